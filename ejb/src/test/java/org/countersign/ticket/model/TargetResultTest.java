package org.countersign.ticket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.serviceclock.model.Pause;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.junit.jupiter.api.Test;

class TargetResultTest {

    private static final Instant NINE = Instant.parse("2026-11-16T09:00:00Z");

    private static Instant at(int hour) {
        return NINE.plus(Duration.ofHours(hour - 9L));
    }

    /** Two hours promised from nine o'clock on, around the clock. */
    private static TargetClock clock(ServiceTarget target, Instant due, Instant met, Instant ended, Instant missedBefore) {
        List<Pause> pauses = met == null ? List.of() : List.of(Pause.openSince(met, "AWAITING_ACCEPTANCE"));
        return new TargetClock(
                target, Duration.ofHours(2), ServiceCalendar.aroundTheClock(ZoneOffset.UTC), NINE, NINE, null, pauses,
                Optional.ofNullable(due), null, target == ServiceTarget.UPDATE ? null : met, ended, missedBefore);
    }

    @Test
    void a_target_is_met_missed_or_still_running() {
        assertThat(clock(ServiceTarget.RESOLUTION, null, at(10), null, null).result(at(20))).isEqualTo(TargetResult.MET);
        assertThat(clock(ServiceTarget.RESOLUTION, at(11), at(12), null, null).result(at(20))).isEqualTo(TargetResult.MISSED);
        assertThat(clock(ServiceTarget.RESOLUTION, at(11), null, null, null).result(at(12))).isEqualTo(TargetResult.MISSED);
        assertThat(clock(ServiceTarget.RESOLUTION, at(11), null, null, null).result(at(10))).isEqualTo(TargetResult.RUNNING);
    }

    @Test
    void what_ended_otherwise_owes_nothing_but_for_a_word_that_came_too_late_before() {
        assertThat(clock(ServiceTarget.RESOLUTION, at(11), null, at(12), null).result(at(20))).isEqualTo(TargetResult.NOT_OWED);
        assertThat(clock(ServiceTarget.UPDATE, at(11), null, at(10), null).result(at(20))).isEqualTo(TargetResult.NOT_OWED);
        assertThat(clock(ServiceTarget.UPDATE, at(11), null, at(12), null).result(at(20))).isEqualTo(TargetResult.NOT_OWED);
        assertThat(clock(ServiceTarget.UPDATE, at(15), null, at(14), at(11)).result(at(20))).isEqualTo(TargetResult.MISSED);
    }

    @Test
    void words_are_kept_when_a_solution_is_proposed_however_long_the_customer_thinks_it_over() {
        for (Instant accepted : new Instant[] {null, at(18)}) {
            TargetClock words = clock(ServiceTarget.UPDATE, null, at(10), accepted, null);
            assertThat(words.result(at(20))).isEqualTo(TargetResult.MET);
            assertThat(words.metAt()).contains(at(10));
        }
        assertThat(clock(ServiceTarget.UPDATE, null, at(10), null, at(9)).result(at(20))).isEqualTo(TargetResult.MISSED);
    }

    @Test
    void what_was_met_tells_when_it_was_due_then() {
        assertThat(clock(ServiceTarget.RESOLUTION, null, at(10), null, null).decidingDue()).contains(at(11));
        assertThat(clock(ServiceTarget.UPDATE, at(15), null, null, at(11)).decidingDue()).contains(at(11));
        assertThat(clock(ServiceTarget.RESOLUTION, at(11), null, null, null).decidingDue()).contains(at(11));
    }
}
