package org.countersign.web.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalTimesTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");

    @Test
    void what_the_browser_sends_is_a_time_in_the_readers_zone() {
        assertThat(LocalTimes.parse("start", "2026-11-20T09:30", BUDAPEST)).isEqualTo(Instant.parse("2026-11-20T08:30:00Z"));
    }

    @Test
    void a_blank_between_date_and_time_will_do() {
        assertThat(LocalTimes.parse("start", " 2026-07-20 09:30 ", BUDAPEST)).isEqualTo(Instant.parse("2026-07-20T07:30:00Z"));
    }

    @Test
    void nothing_entered_is_no_time() {
        assertThat(LocalTimes.parse("end", null, BUDAPEST)).isNull();
        assertThat(LocalTimes.parse("end", " ", BUDAPEST)).isNull();
    }

    @Test
    void the_hour_that_autumn_has_twice_is_taken_the_first_time() {
        assertThat(LocalTimes.parse("start", "2026-10-25T02:30", BUDAPEST)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void the_hour_that_spring_leaves_out_is_refused() {
        assertThatThrownBy(() -> LocalTimes.parse("start", "2026-03-29T02:30", BUDAPEST)).hasMessageContaining("local-time-skipped");
    }

    @Test
    void anything_else_is_refused() {
        assertThatThrownBy(() -> LocalTimes.parse("start", "20.11.2026 9:30", BUDAPEST)).hasMessageContaining("local-time-malformed");
    }

    @Test
    void a_time_is_shown_to_the_minute_as_it_is_read() {
        Instant instant = Instant.parse("2026-11-20T08:30:59Z");
        assertThat(LocalTimes.format(instant, BUDAPEST)).isEqualTo("2026-11-20T09:30");
    }

    @Test
    void what_was_left_as_it_was_shown_is_what_it_was_to_the_second_and_the_hour() {
        ZoneId budapest = ZoneId.of("Europe/Budapest");
        Instant second = Instant.parse("2026-10-25T01:30:15Z");
        String shown = LocalTimes.format(second, budapest);
        assertThat(LocalTimes.parse("start", shown, budapest, second)).isEqualTo(second);
        assertThat(LocalTimes.parse("start", "2026-10-25T02:31", budapest, second)).isEqualTo("2026-10-25T00:31:00Z");
        assertThat(LocalTimes.parse("start", "", budapest, second)).isNull();
    }
}
