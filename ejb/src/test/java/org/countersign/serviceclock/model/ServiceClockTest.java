package org.countersign.serviceclock.model;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceClockTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    /** 07:00–15:00 UTC in summer. */
    private static final ServiceCalendar OFFICE = ServiceCalendar.weekly(BUDAPEST,
            List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), ServiceHours.of("09:00", "17:00"));
    private static final ServiceCalendar ALWAYS = ServiceCalendar.aroundTheClock(BUDAPEST);
    private static final ServiceCalendar NEVER = new ServiceCalendar(BUDAPEST, Map.of(), Map.of());
    private static final Instant WEDNESDAY_NINE = at("2026-06-17T07:00:00Z");
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    @Test
    void the_answer_explains_which_time_counted_and_why_the_rest_did_not() {
        ServiceCalendar calendar = OFFICE.withException(LocalDate.parse("2026-06-18"));
        List<Pause> holds = List.of(Pause.between(at("2026-06-17T09:00:00Z"), at("2026-06-17T13:00:00Z"), "AWAITING_CUSTOMER"));

        Due due = ServiceClock.due(calendar, WEDNESDAY_NINE, Duration.ofHours(5), holds);

        assertThat(due.instant()).contains(at("2026-06-19T08:00:00Z"));
        assertThat(due.halted()).isFalse();
        assertThat(due.consumed()).isEqualTo(Duration.ofHours(5));
        assertThat(due.remaining()).isZero();
        assertThat(due.segments()).containsExactly(
                segment("2026-06-17T07:00:00Z", "2026-06-17T09:00:00Z", true, "IN_SERVICE_HOURS"),
                segment("2026-06-17T09:00:00Z", "2026-06-17T13:00:00Z", false, "AWAITING_CUSTOMER"),
                segment("2026-06-17T13:00:00Z", "2026-06-17T15:00:00Z", true, "IN_SERVICE_HOURS"),
                segment("2026-06-17T15:00:00Z", "2026-06-17T22:00:00Z", false, "OUTSIDE_SERVICE_HOURS"),
                segment("2026-06-17T22:00:00Z", "2026-06-18T22:00:00Z", false, "CLOSED_DAY"),
                segment("2026-06-18T22:00:00Z", "2026-06-19T07:00:00Z", false, "OUTSIDE_SERVICE_HOURS"),
                segment("2026-06-19T07:00:00Z", "2026-06-19T08:00:00Z", true, "IN_SERVICE_HOURS"));
    }

    @Test
    void a_target_of_nothing_is_due_at_once_even_in_an_open_pause() {
        Due due = ServiceClock.due(NEVER, WEDNESDAY_NINE, Duration.ZERO, List.of(Pause.openSince(WEDNESDAY_NINE, "HOLD")));

        assertThat(due.instant()).contains(WEDNESDAY_NINE);
        assertThat(due.segments()).isEmpty();
    }

    @Test
    void an_open_pause_halts_the_target_with_what_was_consumed_and_what_remains() {
        Instant resolved = at("2026-06-17T08:30:00Z");
        Due due = ServiceClock.due(OFFICE, WEDNESDAY_NINE, FOUR_HOURS, List.of(Pause.openSince(resolved, "AWAITING_ACCEPTANCE")));

        assertThat(due.halted()).isTrue();
        assertThat(due.instant()).isEmpty();
        assertThat(due.haltedSince()).contains(resolved);
        assertThat(due.consumed()).isEqualTo(Duration.ofMinutes(90));
        assertThat(due.remaining()).isEqualTo(Duration.ofMinutes(150));
        assertThat(due.target()).isEqualTo(FOUR_HOURS);
        assertThat(due.segments()).containsExactly(
                segment("2026-06-17T07:00:00Z", "2026-06-17T08:30:00Z", true, "IN_SERVICE_HOURS"),
                new Segment(resolved, null, false, "AWAITING_ACCEPTANCE"));
    }

    @Test
    void a_rejected_resolution_resumes_the_target_with_what_was_consumed_and_the_wait_uncounted() {
        Pause waiting = Pause.openSince(at("2026-06-17T08:30:00Z"), "AWAITING_ACCEPTANCE");
        Instant rejected = at("2026-06-18T09:00:00Z");
        Due halted = ServiceClock.due(OFFICE, WEDNESDAY_NINE, FOUR_HOURS, List.of(waiting));

        Due resumed = ServiceClock.due(OFFICE, WEDNESDAY_NINE, FOUR_HOURS, List.of(waiting.endedAt(rejected)));

        assertThat(resumed.instant()).contains(at("2026-06-18T11:30:00Z"));
        assertThat(ServiceClock.due(OFFICE, rejected, halted.remaining(), List.of()).instant()).isEqualTo(resumed.instant());
    }

    @Test
    void a_pause_that_opens_when_the_target_is_used_up_no_longer_halts_it() {
        Instant used = at("2026-06-17T11:00:00Z");

        assertThat(ServiceClock.due(OFFICE, WEDNESDAY_NINE, FOUR_HOURS, List.of(Pause.openSince(used, "LATE"))).instant())
                .contains(used);
        assertThat(ServiceClock.due(OFFICE, WEDNESDAY_NINE, FOUR_HOURS, List.of(Pause.openSince(used.minusNanos(1), "IN_TIME")))
                .remaining()).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void time_in_overlapping_pauses_is_left_out_once_and_named_after_the_pause_that_began_first() {
        List<Pause> holds = List.of(
                Pause.between(at("2026-06-17T09:00:00Z"), at("2026-06-17T10:00:00Z"), "SECOND"),
                Pause.between(at("2026-06-17T08:00:00Z"), at("2026-06-17T09:30:00Z"), "FIRST"),
                Pause.between(at("2026-06-17T08:15:00Z"), at("2026-06-17T08:45:00Z"), "WITHIN"),
                Pause.between(at("2026-06-17T07:30:00Z"), at("2026-06-17T07:30:00Z"), "OF NO LENGTH"));

        assertThat(ServiceClock.segments(OFFICE, WEDNESDAY_NINE, at("2026-06-17T11:00:00Z"), holds)).containsExactly(
                segment("2026-06-17T07:00:00Z", "2026-06-17T08:00:00Z", true, "IN_SERVICE_HOURS"),
                segment("2026-06-17T08:00:00Z", "2026-06-17T09:30:00Z", false, "FIRST"),
                segment("2026-06-17T09:30:00Z", "2026-06-17T10:00:00Z", false, "SECOND"),
                segment("2026-06-17T10:00:00Z", "2026-06-17T11:00:00Z", true, "IN_SERVICE_HOURS"));
    }

    @Test
    void elapsed_time_stops_at_an_open_pause_and_the_explanation_ends_with_the_period() {
        List<Pause> holds = List.of(Pause.openSince(at("2026-06-17T08:00:00Z"), "HOLD"));
        Instant end = at("2026-06-19T08:00:00Z");

        assertThat(ServiceClock.elapsed(OFFICE, WEDNESDAY_NINE, end, holds)).isEqualTo(Duration.ofHours(1));
        assertThat(ServiceClock.segments(OFFICE, WEDNESDAY_NINE, end, holds)).last()
                .isEqualTo(segment("2026-06-17T08:00:00Z", "2026-06-19T08:00:00Z", false, "HOLD"));
    }

    @Test
    void seconds_and_their_fractions_are_kept() {
        Instant start = at("2026-06-17T14:59:59.250Z");

        assertThat(ServiceClock.due(OFFICE, start, Duration.ofSeconds(1), List.of()).instant())
                .contains(at("2026-06-18T07:00:00.250Z"));
        assertThat(ServiceClock.elapsed(OFFICE, start, at("2026-06-18T07:00:00.500Z"), List.of()))
                .isEqualTo(Duration.ofMillis(1250));
    }

    @Test
    void service_around_the_clock_is_explained_in_one_segment_over_days_and_clock_changes() {
        Instant start = at("2026-03-28T12:00:00Z");

        assertThat(ServiceClock.segments(ALWAYS, start, at("2026-03-30T12:00:00Z"), List.of()))
                .containsExactly(segment("2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z", true, "IN_SERVICE_HOURS"));
    }

    /** F69: the minutes of the nights in which clocks are put forward and back, in each city at an instant of its own. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Budapest, 2027-03-27T23:00:00Z, 2027-10-30T22:00:00Z",
        "Europe/Amsterdam, 2027-03-27T23:00:00Z, 2027-10-30T22:00:00Z",
        "Europe/Lisbon, 2027-03-28T00:00:00Z, 2027-10-30T23:00:00Z"})
    void a_night_is_an_hour_shorter_in_march_and_an_hour_longer_in_october(ZoneId zone, Instant march, Instant october) {
        ServiceCalendar nights = ServiceCalendar.weekly(zone, List.of(DayOfWeek.values()), ServiceHours.of("00:00", "06:00"));
        assertThat(march.atZone(zone).toLocalDateTime()).isEqualTo("2027-03-28T00:00:00");
        assertThat(october.atZone(zone).toLocalDateTime()).isEqualTo("2027-10-31T00:00:00");

        assertThat(ServiceClock.elapsed(nights, march, march.plus(Duration.ofHours(23)), List.of())).isEqualTo(Duration.ofMinutes(300));
        assertThat(ServiceClock.elapsed(nights, october, october.plus(Duration.ofHours(25)), List.of())).isEqualTo(Duration.ofMinutes(420));
        assertThat(ServiceClock.due(nights, march, Duration.ofMinutes(301), List.of()).instant())
                .contains(march.plus(Duration.ofHours(23)).plus(Duration.ofMinutes(1)));
        assertThat(ServiceClock.due(nights, october, Duration.ofMinutes(421), List.of()).instant())
                .contains(october.plus(Duration.ofHours(25)).plus(Duration.ofMinutes(1)));
    }

    @Test
    void a_window_within_the_repeated_hour_counts_each_time_the_wall_clock_shows_it() {
        ServiceCalendar calendar = ServiceCalendar.weekly(BUDAPEST, List.of(SUNDAY), ServiceHours.of("02:15", "02:45"));

        assertThat(ServiceClock.segments(calendar, at("2026-10-25T00:15:00Z"), at("2026-10-25T01:45:00Z"), List.of()))
                .containsExactly(
                        segment("2026-10-25T00:15:00Z", "2026-10-25T00:45:00Z", true, "IN_SERVICE_HOURS"),
                        segment("2026-10-25T00:45:00Z", "2026-10-25T01:15:00Z", false, "OUTSIDE_SERVICE_HOURS"),
                        segment("2026-10-25T01:15:00Z", "2026-10-25T01:45:00Z", true, "IN_SERVICE_HOURS"));
    }

    @Test
    void a_window_within_the_skipped_hour_does_not_count() {
        ServiceCalendar calendar = ServiceCalendar.weekly(BUDAPEST, List.of(SUNDAY), ServiceHours.of("02:15", "02:45"));

        assertThat(ServiceClock.elapsed(calendar, at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z"), List.of())).isZero();
    }

    @Test
    void a_day_that_the_zone_skipped_does_not_count() {
        ServiceCalendar apia = ServiceCalendar.weekly(ZoneId.of("Pacific/Apia"), List.of(FRIDAY), ServiceHours.ALL_DAY);

        // Samoa had no Friday, 30 December 2011.
        assertThat(ServiceClock.elapsed(apia, at("2011-12-28T00:00:00Z"), at("2012-01-04T00:00:00Z"), List.of())).isZero();
    }

    @Test
    void the_walk_takes_a_few_steps_a_day() {
        Timeline timeline = new Timeline(OFFICE, at("2026-01-01T00:00:00Z"), List.of());
        Instant end = at("2027-01-01T00:00:00Z");
        int steps = 0;
        for (Instant now = Instant.MIN; now.isBefore(end); steps++) {
            now = timeline.next().to();
        }

        assertThat(steps).isBetween(365, 365 * 3 + 2);
    }

    @Test
    void a_target_that_the_calendar_cannot_meet_in_ten_years_is_refused() {
        assertRefused("target", "target-out-of-reach", () -> ServiceClock.due(NEVER, WEDNESDAY_NINE, FOUR_HOURS, List.of()));
        ServiceCalendar oneDay = NEVER.withException(LocalDate.parse("2036-06-16"), ServiceHours.of("09:00", "13:00"));
        assertThat(ServiceClock.due(oneDay, WEDNESDAY_NINE, FOUR_HOURS, List.of()).instant())
                .contains(at("2036-06-16T11:00:00Z"));
        assertRefused("target", "target-out-of-reach",
                () -> ServiceClock.due(oneDay, WEDNESDAY_NINE, FOUR_HOURS.plusNanos(1), List.of()));
        assertThat(ServiceClock.due(ALWAYS, WEDNESDAY_NINE, Duration.ofDays(3653), List.of()).instant())
                .contains(WEDNESDAY_NINE.plus(Duration.ofDays(3653)));
        assertRefused("target", "target-out-of-reach",
                () -> ServiceClock.due(ALWAYS, WEDNESDAY_NINE, Duration.ofDays(3653).plusNanos(1), List.of()));
        assertRefused("target", "target-out-of-reach",
                () -> ServiceClock.due(ALWAYS, WEDNESDAY_NINE, Duration.ofSeconds(Long.MAX_VALUE), List.of()));
    }

    @Test
    void a_long_pause_does_not_put_a_target_out_of_reach() {
        Instant resumed = at("2046-06-18T07:00:00Z");
        List<Pause> holds = List.of(Pause.between(WEDNESDAY_NINE, resumed, "SUPPLIER"));

        assertThat(ServiceClock.due(ALWAYS, WEDNESDAY_NINE, FOUR_HOURS, holds).instant()).contains(resumed.plus(FOUR_HOURS));
    }

    @Test
    void periods_that_make_no_sense_are_refused() {
        Instant earlier = WEDNESDAY_NINE.minusNanos(1);
        List<Pause> none = List.of();

        assertRefused("target", "target-negative", () -> ServiceClock.due(OFFICE, WEDNESDAY_NINE, Duration.ofNanos(-1), none));
        assertRefused("end", "end-before-start", () -> ServiceClock.elapsed(OFFICE, WEDNESDAY_NINE, earlier, none));
        Instant farthest = WEDNESDAY_NINE.plus(ServiceClock.LONGEST_PERIOD);
        assertThat(ServiceClock.elapsed(ALWAYS, WEDNESDAY_NINE, farthest, none)).isEqualTo(ServiceClock.LONGEST_PERIOD);
        assertRefused("end", "period-too-long", () -> ServiceClock.elapsed(OFFICE, WEDNESDAY_NINE, farthest.plusNanos(1), none));
        assertRefused("start", "instant-out-of-range", () -> ServiceClock.due(OFFICE, Instant.MAX, FOUR_HOURS, none));
        assertRefused("start", "instant-out-of-range", () -> ServiceClock.due(OFFICE, Instant.MIN, FOUR_HOURS, none));
        assertRefused("end", "instant-out-of-range", () -> ServiceClock.elapsed(OFFICE, WEDNESDAY_NINE, Instant.MAX, none));
        assertRefused("pauses", "instant-out-of-range", () -> ServiceClock.elapsed(OFFICE, WEDNESDAY_NINE, WEDNESDAY_NINE,
                List.of(Pause.between(WEDNESDAY_NINE, Instant.MAX, "HOLD"))));
        assertRefused("pauses", "instant-out-of-range", () -> ServiceClock.due(OFFICE, WEDNESDAY_NINE, FOUR_HOURS,
                List.of(Pause.openSince(Instant.MIN, "HOLD"))));
        assertRefused("pauses", "pause-ends-before-start", () -> Pause.between(WEDNESDAY_NINE, earlier, "HOLD"));
        assertRefused("pauses", "pause-reason-missing", () -> Pause.openSince(WEDNESDAY_NINE, " "));
    }

    @Test
    void the_length_of_an_open_segment_is_not_known() {
        assertThatThrownBy(() -> new Segment(WEDNESDAY_NINE, null, false, "HOLD").length())
                .isInstanceOf(IllegalStateException.class);
    }

    private static void assertRefused(String place, String code, ThrowingCallable call) {
        ServiceClockRefusal refusal = catchThrowableOfType(ServiceClockRefusal.class, call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.place()).isEqualTo(place);
        assertThat(refusal.code()).isEqualTo(code);
    }

    private static Segment segment(String from, String to, boolean counted, String reason) {
        return new Segment(at(from), at(to), counted, reason);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
