package org.countersign.quality.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.quality.model.Inspection.NORMAL;
import static org.countersign.quality.model.Inspection.REDUCED;
import static org.countersign.quality.model.Inspection.TIGHTENED;
import static org.countersign.quality.model.InspectionLevel.II;
import static org.countersign.quality.model.SamplingScheme.ISO_2859_1;
import static org.countersign.quality.model.SamplingScheme.MIL_STD_105E;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTablesTest {

    private static final String PAGES = "/org/countersign/quality/";

    @ParameterizedTest
    @CsvFileSource(resources = PAGES + "single_normal.csv", numLinesToSkip = 1)
    void every_cell_of_normal_inspection_is_the_same_in_both_schemes(ArgumentsAccessor cell) {
        assertCell(cell, NORMAL, ISO_2859_1);
        assertCell(cell, NORMAL, MIL_STD_105E);
    }

    @ParameterizedTest
    @CsvFileSource(resources = PAGES + "single_tightened_iso2859_1999.csv", numLinesToSkip = 1)
    void every_cell_of_tightened_inspection_is_that_of_iso_2859_1(ArgumentsAccessor cell) {
        assertCell(cell, TIGHTENED, ISO_2859_1);
    }

    @ParameterizedTest
    @CsvFileSource(resources = PAGES + "single_tightened.csv", numLinesToSkip = 1)
    void every_cell_of_tightened_inspection_is_that_of_mil_std_105e(ArgumentsAccessor cell) {
        assertCell(cell, TIGHTENED, MIL_STD_105E);
    }

    @ParameterizedTest
    @CsvFileSource(resources = PAGES + "single_reduced_iso2859_1999.csv", numLinesToSkip = 1)
    void every_cell_of_reduced_inspection_is_that_of_iso_2859_1(ArgumentsAccessor cell) {
        assertCell(cell, REDUCED, ISO_2859_1);
    }

    @ParameterizedTest
    @CsvFileSource(resources = PAGES + "single_reduced.csv", numLinesToSkip = 1)
    void every_cell_of_reduced_inspection_is_that_of_mil_std_105e(ArgumentsAccessor cell) {
        assertCell(cell, REDUCED, MIL_STD_105E);
    }

    private static void assertCell(ArgumentsAccessor cell, Inspection inspection, SamplingScheme scheme) {
        CodeLetter letter = CodeLetter.valueOf(cell.getString(0));
        SamplingPlan plan = SamplingTables.plan(letter, Aql.of(cell.getString(1)), inspection, scheme);
        assertThat(plan).isEqualTo(new SamplingPlan(letter, CodeLetter.valueOf(cell.getString(3)), cell.getInteger(4),
                cell.getInteger(5), cell.getInteger(6), false));
        assertThat(plan.isInGap(plan.accept() + 1)).isEqualTo("yes".equals(cell.getString(7)));
    }

    static Stream<CodeLetter> lettersOfLots() {
        return EnumSet.complementOf(EnumSet.of(CodeLetter.S)).stream();
    }

    @Test
    void the_reference_tables_hold_every_letter_and_every_limit() throws Exception {
        for (String page : List.of("single_normal", "single_tightened", "single_tightened_iso2859_1999",
                "single_reduced", "single_reduced_iso2859_1999")) {
            try (var in = getClass().getResourceAsStream(PAGES + page + ".csv")) {
                assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().skip(1)
                        .map(line -> line.split(",")[0] + " " + line.split(",")[1]))
                        .containsExactlyElementsOf(lettersOfLots()
                                .flatMap(letter -> Stream.of(Aql.values()).map(aql -> letter + " " + aql)).toList());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
            "501,  II,  1.0,   NORMAL,    J, J,  80,  2,  3",
            "1200, II,  0.65,  NORMAL,    J, J,  80,  1,  2",
            "5000, II,  0.65,  NORMAL,    L, L, 200,  3,  4",
            "1201, II,  15,    NORMAL,    K, J,  80, 21, 22",
            "300,  II,  0.40,  NORMAL,    H, G,  32,  0,  1",
            "600000, III, 0.025, TIGHTENED, R, S, 3150, 1, 2",
            "501,  II,  0.65,  REDUCED,   J, K,  50,  1,  2",
    })
    void the_plan_of_a_lot_follows_from_its_size_and_level(long lotSize, String level, String aql, Inspection inspection,
            CodeLetter letter, CodeLetter useLetter, int sampleSize, int accept, int reject) {
        assertThat(SamplingTables.plan(lotSize, InspectionLevel.of(level), Aql.of(aql), inspection, ISO_2859_1))
                .isEqualTo(new SamplingPlan(letter, useLetter, sampleSize, accept, reject, false));
    }

    @ParameterizedTest
    @CsvSource({
            // letter A, AQL 1.0 leads down to E: 13 items, 0/1
            "8,  8,  true",
            // letter B, likewise, up to the lot that is just larger than the sample
            "12, 12, true",
            "13, 13, true",
            "14, 13, false",
            "1,  1,  true",
    })
    void a_lot_not_larger_than_the_sample_is_inspected_whole(long lotSize, int sampleSize, boolean inspectAll) {
        SamplingPlan plan = SamplingTables.plan(lotSize, II, Aql.of("1.0"), NORMAL, ISO_2859_1);
        assertThat(plan.sampleSize()).isEqualTo(sampleSize);
        assertThat(plan.inspectAll()).isEqualTo(inspectAll);
        assertThat(plan.useLetter()).isEqualTo(CodeLetter.E);
        assertThat(plan.accept()).isZero();
        assertThat(plan.reject()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void an_empty_lot_holds_nothing_to_inspect(long lotSize) {
        assertThatThrownBy(() -> SamplingTables.plan(lotSize, II, Aql.of("1.0"), NORMAL, ISO_2859_1))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("nothing-to-inspect");
                    assertThat(refusal.field()).isEqualTo("lotSize");
                    assertThat(refusal.kind()).isEqualTo(BusinessRuleViolation.Kind.INVALID);
                });
    }

    @Test
    void the_letter_s_belongs_to_no_lot() {
        assertThatThrownBy(() -> SamplingTables.plan(CodeLetter.S, Aql.of("1.0"), NORMAL, ISO_2859_1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
