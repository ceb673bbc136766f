package org.countersign.penalty.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.customer.model.PenaltyAmount;
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.customer.model.PenaltyTerms;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.yaml.YamlAgreementText;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.GivenIds;
import org.countersign.testing.SampleAgreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts, tiers, caps, and the order of the steps. */
class PenaltyRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

    private static ServiceAgreement agreement(String penalties) {
        String text = new YamlAgreementText().write(SampleAgreement.of("OFFICE", SampleAgreement.hourly()).toMap());
        return ServiceAgreement.of(new YamlAgreementText()
                .read(text + "services: [{name: Mail, criticality: NORMAL}]\n"
                        + "availability: [{service: Mail, target: 99.9, measured: ALWAYS}]\npenalties:\n" + penalties));
    }

    private static PenaltyTerms penalties(String more) {
        return agreement("  currency: EUR\n  base: 1234.50\n" + more).penalties();
    }

    private static final String TIERS =
            "  clauses: [{code: UP, measure: AVAILABILITY, tiers: [{below: 99.9, percent: 10}, {below: 99, percent: 25}, {below: 95, percent: 100}]}]\n";

    @ParameterizedTest
    @CsvFileSource(resources = "/org/countersign/penalty/credit-tiers.csv", numLinesToSkip = 1)
    void the_tier_is_that_of_the_reference(BigDecimal availability, BigDecimal credit) {
        Share share = new Share(availability.movePointRight(2).longValueExact(), 10_000);
        BigDecimal owed = penalties(TIERS).clauses().get(0).tier(share::isBelow)
                .map(tier -> tier.credit().percent())
                .orElse(BigDecimal.ZERO);
        assertThat(owed).isEqualByComparingTo(credit);
    }

    @ParameterizedTest
    @CsvSource({
        // The reference: 10 % of 1234.50 are 123.45; 10 % and 25 % are 432.08, of which a cap of 30 % leaves 370.35.
        "EUR, 1234.50, HALF_UP, 10, 123.45",
        "EUR, 1234.50, HALF_UP, 25, 308.63",
        "EUR, 1234.50, HALF_EVEN, 25, 308.62",
        "EUR, 1234.50, DOWN, 25, 308.62",
        "JPY, 12345, HALF_UP, 10, 1235",
        "JPY, 12345, DOWN, 10, 1234",
        "KWD, 10.005, HALF_UP, 50, 5.003",
        "HUF, 1000000, HALF_UP, 0.333333, 3333.33",
    })
    void a_percentage_is_rounded_to_the_smallest_unit_of_the_currency_as_agreed(
            String currency, String base, String rounding, BigDecimal percent, String amount) {
        PenaltyTerms terms = agreement("  currency: " + currency + "\n  base: " + base + "\n  rounding: " + rounding + "\n" + TIERS).penalties();

        assertThat(terms.money(new PenaltyAmount(null, percent))).hasToString(amount);
    }

    @Test
    void the_cap_of_the_month_is_used_up_in_the_order_of_the_entries() {
        MonthCap cap = new MonthCap(penalties("  cap: {percent: 30}\n" + TIERS), BigDecimal.ZERO);
        assertThat(cap.most()).hasToString("370.35");
        assertThat(cap.take(new BigDecimal("123.45"))).isEqualByComparingTo("123.45");
        assertThat(cap.take(new BigDecimal("308.63"))).isEqualByComparingTo("246.90");
        assertThat(cap.take(new BigDecimal("5.00"))).isEqualByComparingTo("0");
        assertThat(cap.owed()).isEqualByComparingTo("370.35");

        assertThat(new MonthCap(penalties("  cap: {amount: 100}\n" + TIERS), new BigDecimal("90.00")).take(new BigDecimal("50.00")))
                .isEqualByComparingTo("10");
        assertThat(new MonthCap(penalties(TIERS), new BigDecimal("90.00")).take(new BigDecimal("5000.00"))).isEqualByComparingTo("5000");
    }

    @Test
    void what_is_below_a_threshold_is_decided_before_anything_is_rounded() {
        Share almost = new Share(998_999_999, 1_000_000_000);
        assertThat(almost.percent()).isEqualByComparingTo("99.9");
        assertThat(almost.isBelow(new BigDecimal("99.9"))).isTrue();
        assertThat(new Share(999, 1000).isBelow(new BigDecimal("99.9"))).isFalse();
        assertThat(new Share(0, 0).isBelow(new BigDecimal("100"))).isFalse();
    }

    @Test
    void a_dispute_is_settled_and_then_agreed_to_and_nothing_follows() {
        PenaltyEntry entry = entry();
        PenaltyStep proposed = entry.propose(new BigDecimal("10.00"), NOW);
        refused("penalty-not-disputed", () -> entry.settle(proposed, BigDecimal.ONE, 1, "No", NOW));

        PenaltyStep disputed = entry.dispute(proposed, 5, "Too little", NOW);
        assertThat(disputed.amount()).isEqualByComparingTo("10.00");
        refused("penalty-disputed", () -> entry.agree(disputed, 5, NOW));
        refused("penalty-disputed", () -> entry.dispute(disputed, 5, "Still", NOW));
        refused("penalty-amount-negative", () -> entry.settle(disputed, new BigDecimal("-1"), 1, "No", NOW));
        refused("required", () -> entry.settle(disputed, null, 1, "No", NOW));
        refused("required", () -> entry.settle(disputed, BigDecimal.ONE, 1, " ", NOW));

        PenaltyStep settled = entry.settle(disputed, new BigDecimal("12.00"), 1, "You are right", NOW);
        PenaltyStep agreed = entry.agree(settled, 5, NOW);
        assertThat(agreed.amount()).isEqualByComparingTo("12.00");
        assertThat(agreed.ordinal()).isEqualTo(4);
        refused("penalty-agreed", () -> entry.agree(agreed, 5, NOW));
        refused("penalty-agreed", () -> entry.dispute(agreed, 5, "After all", NOW));
        refused("penalty-agreed", () -> entry.settle(agreed, BigDecimal.ZERO, 1, "After all", NOW));
    }

    @Test
    void a_dispute_needs_its_reason() {
        PenaltyEntry entry = entry();
        PenaltyStep proposed = entry.propose(BigDecimal.TEN, NOW);
        refused("required", () -> entry.dispute(proposed, 5, " ", NOW));
        refused("too-long", () -> entry.dispute(proposed, 5, "x".repeat(2001), NOW));
    }

    private static PenaltyEntry entry() {
        PenaltyMonth month = GivenIds.give(
                new PenaltyMonth(
                        SampleAgreement.terms(1, SampleAgreement.OFFICE_HOURS, agreement("  currency: EUR\n  base: 1\n" + TIERS)),
                        YearMonth.parse("2026-10"), NOW, NOW, NOW));
        return GivenIds.give(new PenaltyEntry(month, "UP", "Mail", PenaltyMeasure.AVAILABILITY, "{}", NOW));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
