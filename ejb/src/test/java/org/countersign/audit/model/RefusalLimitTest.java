package org.countersign.audit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusalLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

    private final RefusalLimit limit = new RefusalLimit();

    @Test
    void sixty_refusals_of_an_account_are_recorded_in_a_minute_and_no_more() {
        assertThat(admitted("anna", 100)).isEqualTo(60);
    }

    @Test
    void what_was_left_out_is_told_with_the_first_record_of_the_next_minute() {
        admitted("anna", 100);

        assertThat(limit.admit("anna", NOW.plusSeconds(59))).isEmpty();
        assertThat(limit.admit("anna", NOW.plusSeconds(60))).hasValue(41);
        assertThat(limit.admit("anna", NOW.plusSeconds(60))).hasValue(0);
    }

    @Test
    void one_account_does_not_silence_another() {
        admitted("anna", 100);

        assertThat(limit.admit("bert", NOW)).hasValue(0);
    }

    @Test
    void a_clock_that_is_set_back_silences_nobody() {
        admitted("anna", 100);

        assertThat(limit.admit("anna", NOW.minusSeconds(3600))).isPresent();
    }

    @Test
    void a_flood_of_made_up_names_is_not_remembered_without_end() {
        for (int i = 0; i < RefusalLimit.ACTORS; i++) {
            limit.admit("actor" + i, NOW);
        }

        assertThat(limit.admit("one more", NOW)).isEmpty();
        assertThat(limit.admit("one more", NOW.plusSeconds(60))).hasValue(0);
    }

    private int admitted(String actor, int refusals) {
        int recorded = 0;
        for (int i = 0; i < refusals; i++) {
            recorded += limit.admit(actor, NOW).isPresent() ? 1 : 0;
        }
        return recorded;
    }
}
