package org.countersign.quality.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.IsoWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionLotTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final Instant AFTER = Instant.parse("2026-11-23T05:00:00Z");

    private static Population tickets(int count) {
        return Population.of(IntStream.rangeClosed(1, count).mapToObj(i -> "CS-" + (100_000 + i)).toList());
    }

    private static InspectionLot lot(int size, String aql, InspectionRegime regime) {
        return InspectionLot.draw(new LotTerms(7, InspectionLevel.II, Aql.of(aql), SamplingScheme.DEFAULT),
                LotPeriod.of(WEEK, BUDAPEST, AFTER), tickets(size), regime, "a seed", AFTER, "job 1");
    }

    @Test
    void a_lot_takes_the_plan_of_its_size_and_of_the_inspection_in_force() {
        assertThat(lot(200, "4.0", InspectionRegime.NORMAL).plan())
                .isEqualTo(SamplingTables.plan(200, InspectionLevel.II, Aql.of("4.0"), Inspection.NORMAL, SamplingScheme.DEFAULT));
        assertThat(lot(200, "4.0", InspectionRegime.REDUCED).plan().sampleSize())
                .isLessThan(lot(200, "4.0", InspectionRegime.NORMAL).plan().sampleSize());
    }

    @Test
    void the_sample_can_be_drawn_again_from_what_the_lot_records() {
        InspectionLot lot = lot(200, "4.0", InspectionRegime.NORMAL);

        assertThat(lot.populationHash()).isEqualTo(tickets(200).hash());
        assertThat(lot.method()).isEqualTo(SeededDraw.METHOD);
        assertThat(tickets(200).sample(SeededDraw.of(lot.seed(), lot.lotSize(), lot.plan().sampleSize())))
                .isEqualTo(tickets(200).sample(lot.redraw()))
                .hasSize(lot.plan().sampleSize());
    }

    @Test
    void nothing_is_drawn_while_inspection_is_discontinued() {
        assertThatIllegalArgumentException().isThrownBy(() -> lot(20, "4.0", InspectionRegime.DISCONTINUED));
    }

    @Test
    void a_week_that_has_ended_is_taken_whole_by_the_calendar_of_the_contract() {
        LotPeriod period = LotPeriod.of(WEEK, BUDAPEST, AFTER);

        assertThat(period.from()).isEqualTo("2026-11-15T23:00:00Z");
        assertThat(period.until()).isEqualTo("2026-11-22T23:00:00Z");
        assertThat(period.cutOff()).isEmpty();
    }

    @Test
    void a_running_week_is_cut_off_now_and_says_so() {
        Instant now = Instant.parse("2026-11-18T10:00:00Z");

        LotPeriod period = LotPeriod.of(WEEK, BUDAPEST, now);

        assertThat(period.until()).isEqualTo(now);
        assertThat(period.cutOff()).contains(now);
    }

    @Test
    void a_week_is_not_running_any_more_at_its_very_end() {
        assertThat(LotPeriod.of(WEEK, BUDAPEST, Instant.parse("2026-11-22T23:00:00Z")).cutOff()).isEmpty();
        assertThat(LotPeriod.of(WEEK, BUDAPEST, Instant.parse("2026-11-22T22:59:59.999999Z")).cutOff()).isPresent();
    }

    @Test
    void a_week_that_has_not_begun_is_refused() {
        assertThatThrownBy(() -> LotPeriod.of(WEEK, BUDAPEST, Instant.parse("2026-11-15T22:59:59Z")))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("week-not-begun");
                    assertThat(refusal.field()).isEqualTo("week");
                });
    }

    @ParameterizedTest
    @CsvSource({"4.0, 1", "15, 3"})
    void nonconforming_tickets_are_counted_up_to_aql_10_and_nonconformities_above(String aql, int counted) {
        InspectionLot lot = lot(20, aql, InspectionRegime.NORMAL);
        LotProgress progress = new LotProgress(1);

        progress.count(lot, QualityReviewTest.reviewWith(3), AFTER);

        assertThat(progress.reviewed()).isEqualTo(1);
        assertThat(progress.nonconforming()).isEqualTo(counted);
    }

    @Test
    void the_last_review_and_no_earlier_one_decides_the_lot() {
        InspectionLot lot = lot(20, "4.0", InspectionRegime.NORMAL);
        LotProgress progress = new LotProgress(1);
        for (int i = 1; i < lot.plan().sampleSize(); i++) {
            assertThat(progress.count(lot, QualityReviewTest.reviewWith(2), AFTER)).isEmpty();
        }

        assertThat(progress.count(lot, QualityReviewTest.reviewWith(0), AFTER)).hasValueSatisfying(decision -> {
            assertThat(decision.verdict()).isEqualTo(LotVerdict.NOT_ACCEPTED);
            assertThat(decision.nonconforming()).isEqualTo(lot.plan().sampleSize() - 1);
            assertThat(decision.decidedAt()).isEqualTo(AFTER);
        });
    }

    @Test
    void a_lot_without_nonconforming_tickets_is_accepted() {
        InspectionLot lot = lot(2, "4.0", InspectionRegime.NORMAL);
        LotProgress progress = new LotProgress(1);
        List<LotDecision> decisions = IntStream.range(0, lot.plan().sampleSize())
                .mapToObj(i -> progress.count(lot, QualityReviewTest.reviewWith(0), AFTER))
                .flatMap(java.util.Optional::stream)
                .toList();

        assertThat(decisions).singleElement().extracting(LotDecision::verdict).isEqualTo(LotVerdict.ACCEPTED);
    }
}
