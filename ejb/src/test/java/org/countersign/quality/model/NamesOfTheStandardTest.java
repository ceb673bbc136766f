package org.countersign.quality.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesOfTheStandardTest {

    @Test
    void there_are_26_limits_each_tighter_than_the_next() {
        assertThat(Aql.values()).hasSize(26);
        assertThat(Arrays.stream(Aql.values()).map(Aql::value)).isSorted().doesNotHaveDuplicates();
        assertThat(Aql.of("0.010").oneStepTighter()).isEmpty();
        assertThat(Aql.of("1.0").oneStepTighter()).contains(Aql.of("0.65"));
    }

    @ParameterizedTest
    @EnumSource(Aql.class)
    void a_limit_is_found_as_the_standard_prints_it(Aql aql) {
        assertThat(Aql.of(aql.label())).isSameAs(aql);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "1.00, 1.0", "0.1, 0.10", "0.01, 0.010", "10.0, 10", "4, 4.0"})
    void trailing_zeros_do_not_change_a_limit(String given, String printed) {
        assertThat(Aql.of(given).label()).isEqualTo(printed);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "0.7", "1.1", "0", "-1.0", "1,0", "1.0%", "1e0", "1E999999999", "2000", "one", "NaN"})
    void an_unknown_limit_is_refused_and_the_26_allowed_are_listed(String given) {
        assertRefused(() -> Aql.of(given), "aql", "unknown-aql", String.valueOf(given),
                "0.010, 0.015, 0.025, 0.040, 0.065, 0.10, 0.15, 0.25, 0.40, 0.65, 1.0, 1.5, 2.5, 4.0, 6.5, 10, 15, 25, "
                        + "40, 65, 100, 150, 250, 400, 650, 1000");
    }

    @Test
    void above_ten_a_limit_counts_nonconformities_only() {
        assertThat(Aql.of("10").countsNonconformitiesOnly()).isFalse();
        assertThat(Aql.of("15").countsNonconformitiesOnly()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "IV", "ii", "S1", "2"})
    void an_unknown_level_is_refused_and_the_seven_allowed_are_listed(String given) {
        assertRefused(() -> InspectionLevel.of(given), "level", "unknown-inspection-level", String.valueOf(given),
                "S-1, S-2, S-3, S-4, I, II, III");
    }

    @ParameterizedTest
    @EnumSource(InspectionLevel.class)
    void a_level_is_found_as_the_standard_prints_it(InspectionLevel level) {
        assertThat(InspectionLevel.of(level.label())).isSameAs(level);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "normal", "DISCONTINUED"})
    void an_unknown_severity_is_refused(String given) {
        assertRefused(() -> Inspection.of(given), "inspection", "unknown-inspection", String.valueOf(given),
                "NORMAL, TIGHTENED, REDUCED");
        assertThat(Inspection.of("TIGHTENED")).isEqualTo(Inspection.TIGHTENED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ISO 2859-1", "MIL-STD-105D"})
    void an_unknown_scheme_is_refused(String given) {
        assertRefused(() -> SamplingScheme.of(given), "scheme", "unknown-sampling-scheme", String.valueOf(given),
                "ISO-2859-1, MIL-STD-105E");
        assertThat(SamplingScheme.of("ISO-2859-1")).isEqualTo(SamplingScheme.DEFAULT);
        assertThat(SamplingScheme.of("MIL-STD-105E")).isEqualTo(SamplingScheme.MIL_STD_105E);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RESUME", "stop"})
    void an_unknown_event_is_refused(String given) {
        assertRefused(() -> LotEvent.of(given), "event", "unknown-lot-event", given, "resume, deny_reduced, irregular");
    }

    @Test
    void no_event_given_means_none() {
        assertThat(LotEvent.of(null)).isEqualTo(LotEvent.NONE);
        assertThat(LotEvent.of("deny_reduced")).isEqualTo(LotEvent.DENY_REDUCED);
    }

    private static void assertRefused(ThrowingCallable call, String field, String code, Object... arguments) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.arguments()).containsExactly(arguments);
        });
    }
}
