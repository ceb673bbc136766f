package org.countersign.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthOfTicketsTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant LATER = Instant.parse("2026-11-10T08:00:00Z");
    private static final ReportPeriod PERIOD = ReportPeriod.of(OCTOBER, BUDAPEST, LATER);

    private static Instant day(int day) {
        return Instant.parse("2026-10-01T08:00:00Z").plusSeconds((day - 1) * 86_400L);
    }

    private static TicketRecord ticket(String number, String priority, Instant received, Instant resolved, Instant accepted) {
        return new TicketRecord(number, "Summary", priority, received, received.plusSeconds(3600), received.plusSeconds(60),
                resolved == null ? received.plusSeconds(86_400) : null, resolved, accepted,
                accepted == null ? null : "Anna", false);
    }

    @Test
    void a_month_is_taken_by_the_calendar_of_the_contract_over_the_change_of_the_clocks() {
        assertThat(PERIOD.from()).isEqualTo("2026-09-30T22:00:00Z");
        assertThat(PERIOD.until()).isEqualTo("2026-10-31T23:00:00Z");
        assertThat(PERIOD.cutOffAt()).isNull();
        assertThat(PERIOD.firstWeek()).hasToString("2026-W40");
        assertThat(PERIOD.lastWeek()).hasToString("2026-W44");
    }

    @Test
    void a_running_month_is_cut_off_now_and_says_so() {
        ReportPeriod cut = ReportPeriod.of(OCTOBER, BUDAPEST, day(14));

        assertThat(cut.until()).isEqualTo(day(14));
        assertThat(cut.cutOffAt()).isEqualTo(day(14));
        assertThat(ReportPeriod.of(OCTOBER, BUDAPEST, PERIOD.until()).cutOffAt()).isNull();
    }

    @Test
    void a_month_that_has_not_begun_is_refused() {
        assertThatThrownBy(() -> ReportPeriod.of(OCTOBER, BUDAPEST, Instant.parse("2026-09-30T21:59:59Z")))
                .isInstanceOfSatisfying(BusinessRuleViolation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("month-not-begun"));
    }

    @ParameterizedTest
    @CsvSource({
        // due, met, at, ended -> outcome
        "2026-10-02T10:00:00Z, 2026-10-02T10:00:00Z, 2026-11-01T00:00:00Z, false, MET",
        "2026-10-02T10:00:00Z, 2026-10-02T10:00:00.000001Z, 2026-11-01T00:00:00Z, false, BREACHED",
        ", 2026-10-02T10:00:00Z, 2026-11-01T00:00:00Z, false, MET",
        "2026-10-02T10:00:00Z, , 2026-11-01T00:00:00Z, false, BREACHED",
        "2026-11-02T10:00:00Z, , 2026-11-01T00:00:00Z, false, RUNNING",
        ", , 2026-11-01T00:00:00Z, false, RUNNING",
        "2026-10-02T10:00:00Z, , 2026-11-01T00:00:00Z, true, NOT_AGREED",
        "2026-10-02T10:00:00Z, 2026-10-02T09:00:00Z, 2026-11-01T00:00:00Z, true, MET",
        "2026-11-03T10:00:00Z, 2026-11-02T10:00:00Z, 2026-11-01T00:00:00Z, false, RUNNING",
    })
    void a_target_is_judged_as_of_the_end_of_the_period(Instant due, Instant met, Instant at, boolean ended, TargetOutcome outcome) {
        assertThat(TargetOutcome.of(due, met, at, ended)).isEqualTo(outcome);
    }

    @Test
    void received_and_accepted_are_counted_where_they_happened() {
        MonthOfTickets month = new MonthOfTickets(PERIOD, List.of(
                ticket("CS-1", "P3", day(-5), day(2), day(3)),
                ticket("CS-2", "P3", day(4), day(5), null),
                ticket("CS-3", "P3", day(30), LATER, LATER)));

        assertThat(month.received()).isEqualTo(2);
        assertThat(month.accepted()).isEqualTo(1);
    }

    @Test
    void performance_is_that_of_the_tickets_received_by_priority() {
        MonthOfTickets month = new MonthOfTickets(PERIOD, List.of(
                ticket("CS-1", "P3", day(-5), day(2), day(3)),
                ticket("CS-2", "P3", day(4), day(5), null),
                ticket("CS-3", "P3", day(6), null, null),
                ticket("CS-4", "P1", day(31), null, null)));

        assertThat(month.performance()).containsExactly(
                new PriorityPerformance("P1", 1, new TargetCount(1, 0), new TargetCount(0, 0)),
                new PriorityPerformance("P3", 2, new TargetCount(2, 0), new TargetCount(1, 1)));
    }

    @Test
    void the_list_tells_the_end_of_the_period_and_not_what_came_after() {
        MonthOfTickets month = new MonthOfTickets(PERIOD, List.of(
                ticket("CS-3", "P3", day(30), LATER, LATER),
                ticket("CS-1", "P3", day(2), day(3), day(4))));

        assertThat(month.lines()).extracting(ReportedTicket::number).containsExactly("CS-1", "CS-3");
        assertThat(month.lines().get(0).acceptedBy()).contains("Anna");
        assertThat(month.lines().get(1).acceptedBy()).isEmpty();
        assertThat(month.lines().get(1).resolved()).isEmpty();
        assertThat(month.lines().get(1).resolution()).isEqualTo(TargetOutcome.RUNNING);
    }

    @ParameterizedTest
    @CsvSource({"hu, hu", "pt, pt", "de, en", ", en"})
    void who_reads_none_of_the_languages_gets_the_report_in_english(String own, String written) {
        assertThat(ReportLanguages.forReader(own)).isEqualTo(written);
    }
}
