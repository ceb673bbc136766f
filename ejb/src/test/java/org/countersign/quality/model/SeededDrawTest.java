package org.countersign.quality.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeededDrawTest {

    private static final String SEED = "20261122:E-GROUP:2026-W47:QA-17";

    @ParameterizedTest
    @CsvFileSource(resources = "/org/countersign/quality/draw_vectors.csv", numLinesToSkip = 1)
    void published_and_recomputed_draws_come_out_the_same(String source, String seed, int total, String replacement,
            Integer hashesUsed, String expected) {
        List<Integer> positions = Arrays.stream(expected.split(" ")).map(Integer::valueOf).toList();
        if (replacement.equals("with")) {
            assertThat(IntStream.rangeClosed(1, positions.size()).mapToObj(k -> SeededDraw.pick(seed, k, total)))
                    .containsExactlyElementsOf(positions);
        } else {
            assertThat(SeededDraw.of(seed, total, positions.size()))
                    .isEqualTo(new SeededDraw(seed, total, positions, hashesUsed));
        }
    }

    @Test
    void a_larger_sample_begins_with_the_smaller_one() {
        assertThat(SeededDraw.of(SEED, 500, 80).positions()).startsWith(SeededDraw.of(SEED, 500, 50).positions()
                .toArray(Integer[]::new));
    }

    @Test
    void a_whole_lot_is_drawn_position_by_position() {
        assertThat(SeededDraw.of(SEED, 50, 50).positions())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
    }

    @Test
    void another_seed_draws_another_sample() {
        assertThat(SeededDraw.of(SEED, 500, 20).positions())
                .isNotEqualTo(SeededDraw.of(SEED + " ", 500, 20).positions());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, nothing-to-inspect", "10, 0, sample-size-out-of-range", "10, 11, sample-size-out-of-range",
            "10, -1, sample-size-out-of-range"})
    void sizes_that_cannot_be_drawn_are_refused(int populationSize, int sampleSize, String code) {
        assertThatThrownBy(() -> SeededDraw.of(SEED, populationSize, sampleSize))
                .isInstanceOfSatisfying(BusinessRuleViolation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void a_draw_without_a_seed_is_refused(String seed) {
        assertThatThrownBy(() -> SeededDraw.of(seed, 10, 1)).isInstanceOfSatisfying(BusinessRuleViolation.class,
                refusal -> assertThat(refusal.code()).isEqualTo("draw-seed-missing"));
    }
}
