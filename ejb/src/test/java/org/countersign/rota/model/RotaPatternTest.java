package org.countersign.rota.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rota.model.RotaPattern.Change;
import org.junit.jupiter.api.Test;

class RotaPatternTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime TWENTY = LocalTime.of(20, 0);

    private static RotaPattern weekly(Long... people) {
        return new RotaPattern(BUDAPEST, Change.WEEKLY, DayOfWeek.MONDAY, EIGHT, null, List.of(people));
    }

    @Test
    void people_take_turns_week_by_week_and_the_next_in_turn_is_the_backup() {
        RotaPlan plan = weekly(1L, 2L, 3L).between(Instant.parse("2026-11-16T07:00:00Z"), Instant.parse("2026-12-14T07:00:00Z"));
        assertThat(plan.faults(List.of())).isEmpty();
        assertThat(plan.duties())
                .containsExactly(
                        new Duty(Instant.parse("2026-11-16T07:00:00Z"), Instant.parse("2026-11-23T07:00:00Z"), 1, 2),
                        new Duty(Instant.parse("2026-11-23T07:00:00Z"), Instant.parse("2026-11-30T07:00:00Z"), 2, 3),
                        new Duty(Instant.parse("2026-11-30T07:00:00Z"), Instant.parse("2026-12-07T07:00:00Z"), 3, 1),
                        new Duty(Instant.parse("2026-12-07T07:00:00Z"), Instant.parse("2026-12-14T07:00:00Z"), 1, 2));
    }

    @Test
    void a_plan_may_begin_and_end_in_the_middle_of_a_turn() {
        RotaPlan plan = weekly(1L, 2L).between(Instant.parse("2026-11-18T12:00:00Z"), Instant.parse("2026-11-24T12:00:00Z"));
        assertThat(plan.duties())
                .containsExactly(
                        new Duty(Instant.parse("2026-11-18T12:00:00Z"), Instant.parse("2026-11-23T07:00:00Z"), 1, 2),
                        new Duty(Instant.parse("2026-11-23T07:00:00Z"), Instant.parse("2026-11-24T12:00:00Z"), 2, 1));
    }

    @Test
    void changes_keep_to_the_clock_on_the_wall_when_the_clocks_change() {
        RotaPlan plan = new RotaPattern(BUDAPEST, Change.TWICE_DAILY, null, TWENTY, EIGHT, List.of(1L, 2L, 3L))
                .between(Instant.parse("2027-03-26T19:00:00Z"), Instant.parse("2027-03-29T06:00:00Z"));
        assertThat(plan.faults(List.of())).isEmpty();
        assertThat(plan.duties())
                .extracting(duty -> Duration.between(duty.from(), duty.until()).toHours())
                .containsExactly(12L, 12L, 11L, 12L, 12L);
        RotaPlan autumn = new RotaPattern(BUDAPEST, Change.DAILY, null, EIGHT, null, List.of(1L, 2L))
                .between(Instant.parse("2026-10-24T06:00:00Z"), Instant.parse("2026-10-26T07:00:00Z"));
        assertThat(autumn.duties()).extracting(duty -> Duration.between(duty.from(), duty.until()).toHours()).containsExactly(25L, 24L);
    }

    @Test
    void a_change_in_the_hour_that_spring_leaves_out_comes_right_after_it() {
        RotaPlan plan = new RotaPattern(BUDAPEST, Change.DAILY, null, LocalTime.of(2, 30), null, List.of(1L, 2L))
                .between(Instant.parse("2027-03-27T01:30:00Z"), Instant.parse("2027-03-29T00:30:00Z"));
        assertThat(plan.faults(List.of())).isEmpty();
        assertThat(plan.duties()).extracting(Duty::from)
                .containsExactly(Instant.parse("2027-03-27T01:30:00Z"), Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void a_rule_that_cannot_work_is_refused() {
        refused("pattern-needs-two", () -> weekly(1L));
        refused("pattern-person-twice", () -> weekly(1L, 2L, 1L));
        refused("required", () -> new RotaPattern(BUDAPEST, Change.WEEKLY, null, EIGHT, null, List.of(1L, 2L)));
        refused("pattern-times-equal", () -> new RotaPattern(BUDAPEST, Change.TWICE_DAILY, null, EIGHT, EIGHT, List.of(1L, 2L)));
        Instant now = Instant.parse("2026-11-16T07:00:00Z");
        refused("rota-ends-before-start", () -> weekly(1L, 2L).between(now, now));
        refused("rota-too-many-shifts", () -> new RotaPattern(BUDAPEST, Change.DAILY, null, EIGHT, null, List.of(1L, 2L))
                .between(now, now.plus(Duration.ofDays(20_000))));
    }

    private static void refused(String code, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
