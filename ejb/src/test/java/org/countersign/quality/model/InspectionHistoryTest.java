package org.countersign.quality.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.quality.model.InspectionLevel.II;
import static org.countersign.quality.model.SamplingScheme.ISO_2859_1;
import static org.countersign.quality.model.SamplingScheme.MIL_STD_105E;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InspectionHistoryTest {

    private static final int TRACE = 0, STANDARD = 1, LETTER = 2, AQL = 3, EVENT = 5, REGIME = 6, USE_LETTER = 7, N = 8,
            AC = 9, RE = 10, NONCONFORMING = 11, DECISION = 12, SCORE = 13, REGIME_AFTER = 14, REASON = 15;

    /** A lot size of level II for each letter the traces use, always larger than the sample. */
    private static final Map<String, Long> LOT_SIZE = Map.of("H", 281L, "J", 501L, "K", 1_201L, "L", 3_201L);

    private static final Map<SwitchReason, String> REASONS = Map.of(
            SwitchReason.TWO_OF_FIVE_NOT_ACCEPTED, "2 of 5 or fewer consecutive lots not accepted",
            SwitchReason.FIVE_CONSECUTIVE_ACCEPTED, "5 consecutive lots accepted",
            SwitchReason.FIVE_NOT_ACCEPTED_ON_TIGHTENED, "5 lots not accepted in the tightened sequence",
            SwitchReason.SWITCHING_SCORE_REACHED, "score >= 30, steady, approved",
            SwitchReason.TEN_CONSECUTIVE_ACCEPTED, "10 lots accepted, steady, approved (limit numbers waived)",
            SwitchReason.NOT_ACCEPTED_ON_REDUCED, "lot not accepted",
            SwitchReason.BETWEEN_ACCEPT_AND_REJECT, "Ac exceeded, Re not reached: lot accepted, normal reinstated",
            SwitchReason.IRREGULAR_PRODUCTION, "irregular production");

    static List<Named<List<String[]>>> traces() throws IOException {
        Map<String, List<String[]>> traces = new LinkedHashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(InspectionHistoryTest.class
                .getResourceAsStream("/org/countersign/quality/switching_traces.csv"), StandardCharsets.UTF_8))) {
            in.lines().skip(1).map(InspectionHistoryTest::columns)
                    .forEach(row -> traces.computeIfAbsent(row[TRACE], t -> new ArrayList<>()).add(row));
        }
        assertThat(traces).hasSize(12);
        return traces.entrySet().stream().map(trace -> Named.of(trace.getKey(), trace.getValue())).toList();
    }

    /** Only the last column is ever quoted. */
    private static String[] columns(String line) {
        String[] columns = line.split(",", REASON + 1);
        columns[REASON] = columns[REASON].replace("\"", "");
        return columns;
    }

    @ParameterizedTest
    @MethodSource("traces")
    void each_lot_of_a_trace_is_inspected_decided_scored_and_switched_as_worked_out_by_hand(List<String[]> trace) {
        String[] first = trace.get(0);
        SwitchingRules rules = new SwitchingRules(II, Aql.of(first[AQL]),
                first[STANDARD].equals("ISO") ? ISO_2859_1 : MIL_STD_105E);
        InspectionHistory history = InspectionHistory.of(rules, trace.stream()
                .map(row -> new InspectedLot(LOT_SIZE.get(row[LETTER]), number(row[NONCONFORMING]),
                        LotEvent.of(row[EVENT].isEmpty() ? null : row[EVENT])))
                .toList());
        assertThat(history.steps().stream().map(InspectionHistoryTest::seen).toList())
                .isEqualTo(trace.stream().map(InspectionHistoryTest::expected).toList());
        assertThat(history.regimeForNextLot().name().toLowerCase(Locale.ROOT))
                .isEqualTo(trace.get(trace.size() - 1)[REGIME_AFTER]);
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static String expected(String[] row) {
        return String.join("|", row[REGIME], row[USE_LETTER], row[N], row[AC], row[RE], row[DECISION], row[SCORE],
                row[REGIME_AFTER], row[REASON].equals("no acceptance while discontinued") ? "" : row[REASON]);
    }

    private static String seen(InspectionStep step) {
        return Stream.of(
                step.regime().name().toLowerCase(Locale.ROOT),
                step.plan().map(plan -> plan.useLetter() + "|" + plan.sampleSize() + "|" + plan.accept() + "|"
                        + plan.reject()).orElse("|||"),
                step.verdict().map(verdict -> verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ')).orElse(""),
                step.switchingScore().isPresent() ? String.valueOf(step.switchingScore().getAsInt()) : "",
                step.regimeAfter().name().toLowerCase(Locale.ROOT),
                step.reason().map(REASONS::get).orElse(""))
                .reduce((a, b) -> a + "|" + b).orElseThrow();
    }

    private static InspectionHistory iso(InspectedLot... lots) {
        return InspectionHistory.of(new SwitchingRules(II, Aql.of("1.0"), ISO_2859_1), List.of(lots));
    }

    private static InspectedLot good() {
        return new InspectedLot(501, 0);
    }

    private static InspectedLot bad() {
        return new InspectedLot(501, 9);
    }

    @Test
    void a_series_begins_with_normal_inspection() {
        assertThat(iso().regimeForNextLot()).isEqualTo(InspectionRegime.NORMAL);
    }

    @Test
    void lots_of_different_size_each_get_their_own_plan() {
        InspectionHistory history = iso(new InspectedLot(10, 0), new InspectedLot(501, 2), new InspectedLot(4_000, 3));
        assertThat(history.steps()).extracting(step -> step.plan().orElseThrow().sampleSize())
                .containsExactly(10, 80, 200);
        assertThat(history.steps()).extracting(step -> step.switchingScore().orElseThrow()).containsExactly(2, 0, 3);
    }

    @Test
    void lots_not_accepted_before_normal_inspection_was_reinstated_are_forgotten() {
        InspectionHistory history = iso(bad(), bad(), good(), good(), good(), good(), good(), bad(), good());
        assertThat(history.steps().get(6).reason()).contains(SwitchReason.FIVE_CONSECUTIVE_ACCEPTED);
        assertThat(history.steps().get(7).regimeAfter()).isEqualTo(InspectionRegime.NORMAL);
        assertThat(history.regimeForNextLot()).isEqualTo(InspectionRegime.NORMAL);
    }

    @Test
    void after_a_resumption_five_further_lots_not_accepted_discontinue_again() {
        InspectedLot resumed = new InspectedLot(501, 9, LotEvent.RESUME);
        InspectionHistory history = iso(bad(), bad(), bad(), bad(), bad(), bad(), bad(), resumed, bad(), bad(), bad(),
                bad());
        assertThat(history.steps()).extracting(InspectionStep::regimeAfter).endsWith(InspectionRegime.DISCONTINUED,
                InspectionRegime.TIGHTENED, InspectionRegime.TIGHTENED, InspectionRegime.TIGHTENED,
                InspectionRegime.TIGHTENED, InspectionRegime.DISCONTINUED);
    }

    @Test
    void a_resumption_while_inspection_goes_on_changes_nothing() {
        InspectionHistory history = iso(good(), new InspectedLot(501, 0, LotEvent.RESUME));
        assertThat(history.steps()).extracting(step -> step.switchingScore().orElseThrow()).containsExactly(3, 6);
        assertThat(history.regimeForNextLot()).isEqualTo(InspectionRegime.NORMAL);
    }

    @Test
    void a_denial_keeps_reduced_inspection_from_beginning_and_does_not_end_it() {
        InspectedLot denied = new InspectedLot(501, 0, LotEvent.DENY_REDUCED);
        InspectionHistory history = iso(good(), good(), good(), good(), good(), good(), good(), good(), good(), denied,
                good(), denied);
        assertThat(history.steps().get(9).regimeAfter()).isEqualTo(InspectionRegime.NORMAL);
        assertThat(history.steps().get(10).regimeAfter()).isEqualTo(InspectionRegime.REDUCED);
        assertThat(history.regimeForNextLot()).isEqualTo(InspectionRegime.REDUCED);
    }

    @Test
    void under_mil_std_105e_a_lot_not_accepted_begins_the_ten_anew() {
        List<InspectedLot> lots = new ArrayList<>();
        lots.add(bad());
        for (int i = 0; i < 9; i++) {
            lots.add(good());
        }
        SwitchingRules rules = new SwitchingRules(II, Aql.of("1.0"), MIL_STD_105E);
        assertThat(InspectionHistory.of(rules, lots).regimeForNextLot()).isEqualTo(InspectionRegime.NORMAL);
        lots.add(good());
        assertThat(InspectionHistory.of(rules, lots).regimeForNextLot()).isEqualTo(InspectionRegime.REDUCED);
    }

    @Test
    void the_regime_of_a_coming_lot_is_known_before_it_is_inspected() {
        SwitchingRules rules = new SwitchingRules(II, Aql.of("1.0"), ISO_2859_1);
        SwitchingState stopped = iso(bad(), bad(), bad(), bad(), bad(), bad(), bad()).state();
        assertThat(rules.regimeFor(stopped, LotEvent.NONE)).isEqualTo(InspectionRegime.DISCONTINUED);
        assertThat(rules.regimeFor(stopped, LotEvent.RESUME)).isEqualTo(InspectionRegime.TIGHTENED);
    }

    @Test
    void an_empty_lot_or_a_negative_count_has_no_place_in_a_series() {
        assertThatThrownBy(() -> new InspectedLot(0, 0)).isInstanceOf(BusinessRuleViolation.class)
                .hasMessageStartingWith("nothing-to-inspect");
        assertThatThrownBy(() -> new InspectedLot(10, -1)).isInstanceOf(BusinessRuleViolation.class)
                .hasMessageStartingWith("negative-count");
    }
}
