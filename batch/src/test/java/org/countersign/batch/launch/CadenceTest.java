package org.countersign.batch.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

    @ParameterizedTest
    @CsvSource({
        // Monday 02:00 in Budapest is 01:00 UTC in winter, 00:00 UTC in summer.
        "2026-11-23T00:59:59Z, Europe/Budapest, 2026-W46, 2026-11-16T01:00:00Z",
        "2026-11-23T01:00:00Z, Europe/Budapest, 2026-W47, 2026-11-23T01:00:00Z",
        "2026-11-29T23:00:00Z, Europe/Budapest, 2026-W47, 2026-11-23T01:00:00Z",
        "2026-07-06T00:00:00Z, Europe/Budapest, 2026-W27, 2026-07-06T00:00:00Z",
        "2026-11-23T06:59:59Z, America/New_York, 2026-W46, 2026-11-16T07:00:00Z",
        "2027-01-04T02:00:00Z, Europe/Lisbon, 2026-W53, 2027-01-04T02:00:00Z"
    })
    void last_weeks_jobs_are_due_on_monday_at_two_by_the_contracts_clock(Instant now, ZoneId zone, String week, Instant due) {
        assertThat(Cadence.WEEKLY.latest(now, zone)).contains(new Cadence.Period("week", week, due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T01:59:59Z, Europe/Budapest, 2026-09, 2026-10-01T01:00:00Z",
        "2026-11-01T02:00:00Z, Europe/Budapest, 2026-10, 2026-11-01T02:00:00Z",
        "2027-01-31T12:00:00Z, Europe/Lisbon, 2026-12, 2027-01-01T03:00:00Z"
    })
    void last_months_jobs_are_due_on_the_first_at_three_by_the_contracts_clock(Instant now, ZoneId zone, String month, Instant due) {
        assertThat(Cadence.MONTHLY.latest(now, zone)).contains(new Cadence.Period("month", month, due));
    }

    @Test
    void what_has_no_cadence_is_never_due() {
        assertThat(Cadence.NONE.latest(Instant.parse("2026-11-23T01:00:00Z"), ZoneId.of("Europe/Budapest"))).isEmpty();
    }
}
