package org.countersign.penalty.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.countersign.customer.model.AvailabilityTarget;
import org.countersign.customer.model.MeasuredHours;
import org.countersign.customer.model.OutageCause;
import org.countersign.penalty.model.Availability.Effect;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceHours;
import org.countersign.testing.SampleAgreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final ServiceCalendar OFFICE = SampleAgreement.OFFICE_HOURS;

    private static AvailabilityTarget target(String percent, MeasuredHours measured, OutageCause... excludes) {
        return new AvailabilityTarget("Mail", new BigDecimal(percent), measured, List.of(excludes));
    }

    private static Availability of(AvailabilityTarget target, ServiceCalendar calendar, String month, Downtime... outages) {
        YearMonth of = YearMonth.parse(month);
        Instant until = of.plusMonths(1).atDay(1).atStartOfDay(BUDAPEST).toInstant();
        return Availability.of(target, calendar, of.atDay(1).atStartOfDay(BUDAPEST).toInstant(), until, List.of(outages));
    }

    private static Downtime down(long id, String start, String end) {
        return down(id, start, end, OutageCause.FAULT);
    }

    /** @param start local time in Budapest */
    private static Downtime down(long id, String start, String end, OutageCause cause) {
        return new Downtime(id, local(start), end == null ? null : local(end), cause);
    }

    private static Instant local(String time) {
        return java.time.LocalDateTime.parse(time).atZone(BUDAPEST).toInstant();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        // All hours: a month has 30 days, and one hour less or more where the clocks change.
        "ALWAYS, 2026-06, 2026-06-10T10:00, 2026-06-10T11:00, 720, 60",
        "ALWAYS, 2026-03, 2026-03-29T01:00, 2026-03-29T04:00, 743, 120",
        "ALWAYS, 2026-10, 2026-10-25T01:00, 2026-10-25T04:00, 745, 240",
        // What reaches beyond the month is cut off, on both sides.
        "ALWAYS, 2026-06, 2026-05-31T23:00, 2026-06-01T01:00, 720, 60",
        "ALWAYS, 2026-06, 2026-06-30T23:00, 2026-07-01T05:00, 720, 60",
        "ALWAYS, 2026-06, 2026-06-30T23:30, -, 720, 30",
        "ALWAYS, 2026-06, 2026-04-01T00:00, 2026-09-01T00:00, 720, 43200",
        "ALWAYS, 2026-06, 2026-07-01T00:00, 2026-07-02T00:00, 720, 0",
        // Office hours, 08:00 to 16:00 on working days: only they count.
        "SERVICE_HOURS, 2026-06, 2026-06-10T07:00, 2026-06-10T09:00, 176, 60",
        "SERVICE_HOURS, 2026-06, 2026-06-12T15:00, 2026-06-15T09:00, 176, 120",
        "SERVICE_HOURS, 2026-06, 2026-06-13T00:00, 2026-06-14T24:00, 176, 0",
        "SERVICE_HOURS, 2026-03, 2026-03-27T15:00, 2026-03-30T08:30, 176, 90",
    })
    void only_what_lies_in_the_month_and_in_the_measured_hours_counts(
            MeasuredHours measured, String month, String start, String end, long hours, long minutes) {
        String until = end == null ? null : end.replace("-14T24:00", "-15T00:00");
        Availability availability = of(target("99.9", measured), OFFICE, month, down(1, start, until));

        assertThat(availability.measured()).isEqualTo(Duration.ofHours(hours));
        assertThat(availability.down()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(availability.excluded()).isZero();
    }

    @Test
    void hours_that_change_in_the_course_of_the_month_count_as_they_were_in_force() {
        ServiceCalendar longer = ServiceCalendar.weekly(BUDAPEST, OFFICE.hours().keySet(), ServiceHours.of("06:00", "22:00"));
        ServiceCalendar calendar = OFFICE.followedBy(LocalDate.parse("2026-06-15"), longer);

        Availability availability = of(
                target("99", MeasuredHours.SERVICE_HOURS),
                calendar,
                "2026-06",
                down(1, "2026-06-12T06:00", "2026-06-12T09:00"),
                down(2, "2026-06-15T06:00", "2026-06-15T09:00"));

        assertThat(availability.measured()).isEqualTo(Duration.ofHours(10 * 8 + 12 * 16));
        assertThat(availability.down()).isEqualTo(Duration.ofHours(1 + 3));
    }

    @Test
    void outages_at_the_same_time_count_once() {
        Availability availability = of(
                target("99.9", MeasuredHours.ALWAYS),
                OFFICE,
                "2026-06",
                down(1, "2026-06-10T10:00", "2026-06-10T12:00"),
                down(2, "2026-06-10T11:00", "2026-06-10T13:00"),
                down(3, "2026-06-10T11:30", "2026-06-10T11:45"),
                down(4, "2026-06-10T13:00", "2026-06-10T13:10"));

        assertThat(availability.down()).isEqualTo(Duration.ofMinutes(190));
        assertThat(availability.spans()).extracting(Availability.Span::outages).containsExactly(
                List.of(1L), List.of(1L, 2L), List.of(1L, 2L, 3L), List.of(1L, 2L), List.of(2L), List.of(4L));
    }

    @Test
    void what_the_contract_excludes_is_neither_up_nor_down_whatever_else_went_on() {
        Availability availability = of(
                target("99.9", MeasuredHours.ALWAYS, OutageCause.AGREED_MAINTENANCE),
                OFFICE,
                "2026-06",
                down(1, "2026-06-10T10:00", "2026-06-10T13:00"),
                down(2, "2026-06-10T11:00", "2026-06-10T12:00", OutageCause.AGREED_MAINTENANCE),
                down(3, "2026-06-11T11:00", "2026-06-11T12:00", OutageCause.CUSTOMER_CAUSED));

        assertThat(availability.down()).isEqualTo(Duration.ofHours(3));
        assertThat(availability.excluded()).isEqualTo(Duration.ofHours(1));
        assertThat(availability.share()).isEqualTo(new Share(Duration.ofHours(716).toNanos(), Duration.ofHours(719).toNanos()));
        assertThat(availability.spans()).extracting(Availability.Span::effect, Availability.Span::cause).containsExactly(
                org.assertj.core.groups.Tuple.tuple(Effect.DOWN, null),
                org.assertj.core.groups.Tuple.tuple(Effect.EXCLUDED, OutageCause.AGREED_MAINTENANCE),
                org.assertj.core.groups.Tuple.tuple(Effect.DOWN, null),
                org.assertj.core.groups.Tuple.tuple(Effect.DOWN, null));
    }

    @Test
    void a_span_outside_the_measured_hours_is_told_and_not_counted() {
        Availability availability = of(
                target("99", MeasuredHours.SERVICE_HOURS), OFFICE, "2026-06", down(1, "2026-06-10T15:00", "2026-06-11T09:00"));

        assertThat(availability.spans())
                .extracting(Availability.Span::effect, span -> span.length().toHours())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Effect.DOWN, 1L),
                        org.assertj.core.groups.Tuple.tuple(Effect.NOT_MEASURED, 16L),
                        org.assertj.core.groups.Tuple.tuple(Effect.DOWN, 1L));
    }

    @Test
    void a_month_without_a_measured_moment_misses_nothing() {
        ServiceCalendar never = new ServiceCalendar(BUDAPEST, Map.of(), Map.of());
        Availability availability =
                of(target("100", MeasuredHours.SERVICE_HOURS), never, "2026-06", down(1, "2026-06-01T00:00", null));

        assertThat(availability.share()).isEqualTo(new Share(0, 0));
        assertThat(availability.isMissed()).isFalse();
        assertThat(availability.share().percent()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/org/countersign/penalty/availability.csv", numLinesToSkip = 1)
    void the_percentage_is_that_of_the_reference(long minutes, long down, long excluded, BigDecimal percent) {
        Instant from = Instant.parse("2026-06-01T00:00:00Z");
        Instant until = from.plus(Duration.ofMinutes(minutes));
        Availability availability = Availability.of(
                target("99.9", MeasuredHours.ALWAYS, OutageCause.AGREED_MAINTENANCE),
                OFFICE,
                from,
                until,
                List.of(
                        new Downtime(1, from, from.plus(Duration.ofMinutes(down)), OutageCause.FAULT),
                        new Downtime(2, until.minus(Duration.ofMinutes(excluded)), until, OutageCause.AGREED_MAINTENANCE)));

        assertThat(availability.share().percent()).isEqualByComparingTo(percent);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/org/countersign/penalty/allowed-downtime.csv", numLinesToSkip = 1)
    void what_is_allowed_to_the_last_instant_is_kept_and_one_instant_more_misses(int days, BigDecimal target, BigDecimal minutes) {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant until = from.plus(Duration.ofDays(days));
        Duration allowed = Duration.ofNanos(minutes.multiply(BigDecimal.valueOf(60_000_000_000L)).longValueExact());
        for (long more : new long[] {0, 1}) {
            Downtime outage = new Downtime(1, from, from.plus(allowed).plusNanos(more), OutageCause.FAULT);
            Availability availability = Availability.of(
                    new AvailabilityTarget("Mail", target, MeasuredHours.ALWAYS, List.of()), OFFICE, from, until, List.of(outage));
            assertThat(availability.isMissed()).isEqualTo(more > 0);
        }
    }

    /** Every minute by itself, as somebody with a pencil would do it. */
    @Test
    void it_agrees_with_stepping_through_all_minutes() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            String month = random.nextBoolean() ? "2026-03" : "2026-10";
            MeasuredHours measured = MeasuredHours.values()[random.nextInt(2)];
            AvailabilityTarget target = target("99", measured, OutageCause.AGREED_MAINTENANCE, OutageCause.FORCE_MAJEURE);
            Instant from = YearMonth.parse(month).atDay(1).atStartOfDay(BUDAPEST).toInstant();
            Instant until = YearMonth.parse(month).plusMonths(1).atDay(1).atStartOfDay(BUDAPEST).toInstant();
            List<Downtime> outages = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                Instant start = from.plus(Duration.ofMinutes(random.nextInt(50_000) - 3_000));
                Instant end = random.nextInt(8) == 0 ? null : start.plus(Duration.ofMinutes(1 + random.nextInt(4_000)));
                outages.add(new Downtime(i, start, end, OutageCause.values()[random.nextInt(5)]));
            }
            long all = 0;
            long excluded = 0;
            long down = 0;
            for (Instant minute = from; minute.isBefore(until); minute = minute.plusSeconds(60)) {
                if (measured == MeasuredHours.ALWAYS || OFFICE.isOpen(minute)) {
                    Instant now = minute;
                    List<OutageCause> causes = outages.stream()
                            .filter(outage -> !now.isBefore(outage.start()) && (outage.end() == null || now.isBefore(outage.end())))
                            .map(Downtime::cause)
                            .toList();
                    all++;
                    if (causes.stream().anyMatch(target.excludes()::contains)) {
                        excluded++;
                    } else if (!causes.isEmpty()) {
                        down++;
                    }
                }
            }
            Availability availability = Availability.of(target, OFFICE, from, until, outages);
            assertThat(List.of(availability.measured().toMinutes(), availability.excluded().toMinutes(), availability.down().toMinutes()))
                    .as("seed %d", seed)
                    .containsExactly(all, excluded, down);
        }
    }
}
