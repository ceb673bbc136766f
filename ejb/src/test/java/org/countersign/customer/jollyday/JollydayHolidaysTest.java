package org.countersign.customer.jollyday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JollydayHolidaysTest {

    private final JollydayHolidays holidays = new JollydayHolidays();

    @Test
    void hungary_rests_on_its_national_days() {
        assertThat(holidays.restDays("HU", 2026, 2026))
                .contains(LocalDate.of(2026, 3, 15), LocalDate.of(2026, 8, 20), LocalDate.of(2026, 10, 23), LocalDate.of(2026, 12, 25))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void days_that_are_only_observed_stay_working_days() {
        // Good Friday is a day off for banks in the Netherlands, not a public holiday.
        assertThat(holidays.restDays("NL", 2026, 2026)).contains(LocalDate.of(2026, 4, 27)).doesNotContain(LocalDate.of(2026, 12, 5));
    }

    @Test
    void a_subdivision_has_holidays_of_its_own() {
        LocalDate epiphany = LocalDate.of(2026, 1, 6);
        assertThat(holidays.restDays("DE-BY", 2026, 2026)).contains(epiphany);
        assertThat(holidays.restDays("DE", 2026, 2026)).doesNotContain(epiphany);
    }

    @Test
    void every_year_asked_for_is_there() {
        List<LocalDate> newYears = holidays.restDays("PT", 2026, 2030).stream().filter(day -> day.getDayOfYear() == 1).toList();
        assertThat(newYears).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HU", "NL", "PT", "DE-BY", "GB-SCT"})
    void it_knows(String region) {
        assertThat(holidays.knows(region)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX", "hu", "HU-XX", "NYSE", "../../etc", "DE-BY-", "HU\n"})
    void it_does_not_know(String region) {
        assertThat(holidays.knows(region)).isFalse();
    }
}
