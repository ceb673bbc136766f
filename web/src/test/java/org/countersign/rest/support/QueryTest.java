package org.countersign.rest.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    @Test
    void days_and_instants_are_read_as_they_are_written() {
        assertThat(Query.date("day", "2026-11-16")).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(Query.instant("at", "2026-11-16T10:00:00+01:00")).isEqualTo(Instant.parse("2026-11-16T09:00:00Z"));
        assertThat(Query.date("day", null)).isNull();
        assertThat(Query.instant("at", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-0001-01-01", "0000-01-01", "16.11.2026", "2026-02-30"})
    void a_day_that_no_database_knows_is_refused(String text) {
        refused("day", () -> Query.date("day", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+99999-12-31T00:00:00Z", "-0001-01-01T00:00:00Z", "2026-11-16T10:00:00", "now"})
    void so_is_an_instant(String text) {
        refused("at", () -> Query.instant("at", text));
    }

    private static void refused(String field, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("wrong-type");
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}
