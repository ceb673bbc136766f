package org.countersign.work.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkDoneTest {

    private static final Instant START = Instant.parse("2026-11-17T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"1,0,", "1440,0,", "60,1440,5", "60,0,5"})
    void up_to_a_day_of_work_and_of_travel_at_a_visit_can_be_booked(int minutes, int travel, Long visit) {
        WorkDone done = new WorkDone(START, minutes, Activity.ANALYSIS, travel, visit, null);
        assertThat(done.end()).isEqualTo(START.plusSeconds(60L * minutes));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,,work-minutes-out-of-range",
        "1441,0,,work-minutes-out-of-range",
        "60,-1,5,travel-minutes-out-of-range",
        "60,1441,5,travel-minutes-out-of-range",
        "60,1,,travel-needs-visit"
    })
    void anything_else_is_refused(int minutes, int travel, Long visit, String code) {
        assertThatThrownBy(() -> new WorkDone(START, minutes, Activity.ANALYSIS, travel, visit, null))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-17T10:00:01Z,1", "2026-11-17T10:01:00Z,1", "2026-11-17T10:01:01Z,2", "2026-11-18T10:00:00Z,1440"})
    void a_minute_begun_counts(Instant end, int minutes) {
        assertThat(WorkDone.minutesBetween(START, end)).isEqualTo(minutes);
    }

    @Test
    void work_ends_after_it_began_and_within_a_day() {
        assertThatThrownBy(() -> WorkDone.minutesBetween(START, START)).hasMessageStartingWith("work-end-before-start");
        assertThatThrownBy(() -> WorkDone.minutesBetween(START, START.plusSeconds(86_401)))
                .hasMessageStartingWith("work-minutes-out-of-range");
    }

    @Test
    void work_cannot_be_booked_before_it_is_done() {
        WorkDone done = new WorkDone(START, 30, Activity.TESTING, 0, null, "  ");
        assertThatThrownBy(() -> done.requireDoneBy(START.plusSeconds(29 * 60))).hasMessage("work-in-future");
        done.requireDoneBy(START.plusSeconds(30 * 60));
        assertThat(done.note()).isNull();
    }
}
