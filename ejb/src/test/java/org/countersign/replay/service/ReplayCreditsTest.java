package org.countersign.replay.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.PenaltyTerms;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.replay.model.ReplaySide;
import org.countersign.testing.SampleAgreement;
import org.countersign.ticket.model.Priority;
import org.junit.jupiter.api.Test;

class ReplayCreditsTest {

    private static final YearMonth OCTOBER = YearMonth.parse("2026-10");

    @SafeVarargs
    private static PenaltyTerms terms(Map<String, ?> more, Map<String, ?>... clauses) {
        Map<String, Object> document = new LinkedHashMap<>(SampleAgreement.of("OFFICE", SampleAgreement.hourly()).toMap());
        Map<String, Object> penalties = new LinkedHashMap<>(Map.of("currency", "EUR", "base", "1000.00", "clauses", List.of(clauses)));
        penalties.putAll(more);
        document.put("penalties", penalties);
        return ServiceAgreement.of(document).penalties();
    }

    private static ReplayViews.Sum sum(String month, ServiceTarget target, Priority priority, long met, long missed) {
        return new ReplayViews.Sum(ReplaySide.WOULD, month, target, priority, met, missed, 0);
    }

    private static final ReplayCredits CREDITS = new ReplayCredits(List.of(
            sum("2026-10", ServiceTarget.RESPONSE, Priority.P1, 1, 2),
            sum("2026-10", ServiceTarget.RESPONSE, Priority.P2, 0, 5),
            sum("2026-10", ServiceTarget.RESOLUTION, Priority.P2, 18, 2),
            sum("2026-11", ServiceTarget.RESPONSE, Priority.P1, 3, 0)));

    private static final Map<String, ?> EACH =
            Map.of("code", "FIRST-WORD", "measure", "RESPONSE", "priorities", List.of("P1"), "perBreach", Map.of("amount", "70.00"));

    private static final Map<String, ?> BY_MONTH = Map.of(
            "code", "SOLVED", "measure", "RESOLUTION", "tiers",
            List.of(Map.of("below", 95, "percent", 5), Map.of("below", 90, "percent", 10)));

    private static BigDecimal owed(PenaltyTerms terms) {
        return CREDITS.owed(ReplaySide.WOULD, OCTOBER, terms, List.of()).amount();
    }

    @Test
    void each_breach_of_the_priorities_meant_counts() {
        assertThat(owed(terms(Map.of(), EACH))).isEqualByComparingTo("140.00");
    }

    @Test
    void a_month_below_a_percentage_comes_to_its_tier() {
        // 18 of 20 is 90 %, below 95 and not below 90.
        assertThat(owed(terms(Map.of(), BY_MONTH))).isEqualByComparingTo("50.00");
    }

    @Test
    void the_cap_of_the_month_is_used_up_in_the_order_of_the_clauses() {
        assertThat(owed(terms(Map.of("cap", Map.of("amount", "160.00")), EACH, BY_MONTH))).isEqualByComparingTo("160.00");
        assertThat(owed(terms(Map.of("cap", Map.of("percent", 30)), EACH, BY_MONTH))).isEqualByComparingTo("190.00");
    }

    @Test
    void a_month_and_a_side_count_for_themselves() {
        PenaltyTerms terms = terms(Map.of(), EACH, BY_MONTH);
        assertThat(CREDITS.owed(ReplaySide.WOULD, YearMonth.parse("2026-11"), terms, List.of()).amount()).isEqualByComparingTo("0");
        assertThat(CREDITS.owed(ReplaySide.WAS, OCTOBER, terms, List.of()).amount()).isEqualByComparingTo("0");
        assertThat(CREDITS.owed(ReplaySide.WAS, OCTOBER, null, List.of())).isNull();
        assertThat(CREDITS.months()).containsExactly(OCTOBER, YearMonth.parse("2026-11"));
    }
}
