package org.countersign.quality.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.quality.model.Inspection.NORMAL;
import static org.countersign.quality.model.SamplingScheme.ISO_2859_1;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SwitchingScoreTest {

    @ParameterizedTest
    @EnumSource(Aql.class)
    void every_plan_scores_by_the_plan_one_step_tighter_of_the_same_sample_size(Aql aql) {
        for (CodeLetter letter : CodeLetter.values()) {
            if (letter == CodeLetter.S) {
                continue;
            }
            SamplingPlan plan = SamplingTables.plan(letter, aql, NORMAL, ISO_2859_1);
            if (plan.accept() < 2) {
                assertThat(score(letter, aql, plan.accept())).isEqualTo(2);
                assertThat(score(letter, aql, plan.reject())).isZero();
            } else {
                SamplingPlan tighter = SamplingTables.plan(plan.useLetter(), aql.oneStepTighter().orElseThrow(), NORMAL,
                        ISO_2859_1);
                assertThat(tighter.sampleSize()).as("%s %s", letter, aql).isEqualTo(plan.sampleSize());
                assertThat(score(letter, aql, tighter.accept())).isEqualTo(3);
                assertThat(score(letter, aql, tighter.accept() + 1)).isZero();
            }
        }
    }

    private static int score(CodeLetter letter, Aql aql, int nonconforming) {
        for (InspectionLevel level : List.of(InspectionLevel.I, InspectionLevel.II, InspectionLevel.III)) {
            for (long lotSize : new long[] {8, 15, 25, 50, 90, 150, 280, 500, 1_200, 3_200, 10_000, 35_000, 150_000,
                    500_000, 500_001}) {
                if (CodeLetter.of(lotSize, level) == letter) {
                    return new SwitchingRules(level, aql, ISO_2859_1)
                            .step(SwitchingState.START, new InspectedLot(lotSize, nonconforming))
                            .switchingScore().orElseThrow();
                }
            }
        }
        throw new AssertionError("no lot has letter " + letter);
    }
}
