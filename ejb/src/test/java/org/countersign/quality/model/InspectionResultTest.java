package org.countersign.quality.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionResultTest {

    private static final SamplingPlan J_1_0 = new SamplingPlan(CodeLetter.J, CodeLetter.J, 80, 2, 3, false);
    private static final SamplingPlan WITH_GAP = new SamplingPlan(CodeLetter.K, CodeLetter.K, 50, 1, 4, false);

    @ParameterizedTest
    @CsvSource({"0, ACCEPTED", "2, ACCEPTED", "3, NOT_ACCEPTED", "80, NOT_ACCEPTED"})
    void a_complete_sample_decides_by_the_acceptance_and_rejection_number(int nonconforming, LotVerdict verdict) {
        InspectionResult result = new InspectionResult(J_1_0, 80, nonconforming);
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.settledVerdict()).contains(verdict);
        assertThat(result.reinstatesNormal()).isFalse();
    }

    @Test
    void a_lot_is_undecided_while_reviews_are_missing() {
        InspectionResult result = new InspectionResult(J_1_0, 79, 2);
        assertThat(result.verdict()).isEqualTo(LotVerdict.UNDECIDED);
        assertThat(result.settledVerdict()).isEmpty();
        assertThat(result.missing()).isEqualTo(1);
    }

    @Test
    void reaching_the_rejection_number_is_shown_early_but_does_not_end_the_reviews() {
        InspectionResult result = new InspectionResult(J_1_0, 10, 3);
        assertThat(result.settledVerdict()).contains(LotVerdict.NOT_ACCEPTED);
        assertThat(result.verdict()).isEqualTo(LotVerdict.UNDECIDED);
        assertThat(result.missing()).isEqualTo(70);
    }

    @ParameterizedTest
    @CsvSource({"1, ACCEPTED, false", "2, ACCEPTED, true", "3, ACCEPTED, true", "4, NOT_ACCEPTED, false"})
    void between_acceptance_and_rejection_number_the_lot_is_accepted_and_normal_inspection_reinstated(int nonconforming,
            LotVerdict verdict, boolean reinstates) {
        InspectionResult result = new InspectionResult(WITH_GAP, 50, nonconforming);
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.reinstatesNormal()).isEqualTo(reinstates);
    }

    @Test
    void normal_inspection_is_not_reinstated_before_the_sample_is_complete() {
        assertThat(new InspectionResult(WITH_GAP, 49, 2).reinstatesNormal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"81, 0, more-reviews-than-sample", "-1, 0, negative-count", "5, -1, negative-count",
            "0, 1, nonconforming-without-review"})
    void counts_that_cannot_be_are_refused(int reviewed, int nonconforming, String code) {
        assertThatThrownBy(() -> new InspectionResult(J_1_0, reviewed, nonconforming))
                .isInstanceOfSatisfying(BusinessRuleViolation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "5, -1, 0", "5, 2, 2"})
    void a_plan_that_decides_nothing_cannot_be_made(int sampleSize, int accept, int reject) {
        assertThatThrownBy(() -> new SamplingPlan(CodeLetter.A, CodeLetter.A, sampleSize, accept, reject, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
