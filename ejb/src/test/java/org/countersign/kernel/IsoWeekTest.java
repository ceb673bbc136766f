package org.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoWeekTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");

    /** The dates around New Year are those of ISO 8601's own examples. */
    @ParameterizedTest
    @CsvSource({
        "2005-01-01, 2004-W53", "2005-01-02, 2004-W53", "2005-12-31, 2005-W52", "2007-01-01, 2007-W01",
        "2007-12-30, 2007-W52", "2007-12-31, 2008-W01", "2008-12-28, 2008-W52", "2008-12-29, 2009-W01",
        "2009-12-31, 2009-W53", "2010-01-03, 2009-W53", "2010-01-04, 2010-W01", "2026-11-16, 2026-W47"})
    void a_date_near_new_year_belongs_to_the_week_of_its_thursday(LocalDate date, String week) {
        assertThat(IsoWeek.of(date)).hasToString(week);
        assertThat(IsoWeek.parse(week).contains(date)).isTrue();
    }

    @Test
    void a_week_is_read_as_it_is_written() {
        for (IsoWeek week = new IsoWeek(2019, 1); week.year() < 2034; week = week.next()) {
            assertThat(IsoWeek.parse(week.toString())).isEqualTo(week);
            assertThat(week.next().previous()).isEqualTo(week);
            assertThat(week.next()).isGreaterThan(week);
            assertThat(week.next().monday()).isEqualTo(week.sunday().plusDays(1));
        }
        assertThat(new IsoWeek(812, 3)).hasToString("0812-W03");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "2026-47", "2026W47", "2026-W7", "26-W07", "2026-w47", " 2026-W47", "2026-W47 ", "2026-W47-1",
        "2026-W4a", "+2026-W47", "-2026-W47", "2026-W٤٧", "2026-W047", "2026-W47\n"})
    void what_is_not_a_week_is_refused(String text) {
        assertThat(refusal(text).code()).isEqualTo("week-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-W00", "2026-W54", "2025-W53", "2027-W53", "0000-W01", "2026-W99"})
    void a_week_that_its_year_does_not_have_is_refused(String text) {
        BusinessRuleViolation refusal = refusal(text);

        assertThat(refusal.code()).isEqualTo("week-does-not-exist");
        assertThat(refusal.field()).isEqualTo("week");
        assertThat(refusal.arguments()).containsExactly(text);
    }

    @Test
    void week_53_exists_in_the_years_that_have_it() {
        assertThat(IsoWeek.parse("2026-W53").sunday()).isEqualTo("2027-01-03");
        assertThat(IsoWeek.parse("2020-W53").next()).hasToString("2021-W01");
        assertThat(IsoWeek.parse("2026-W01").previous()).hasToString("2025-W52");
    }

    @Test
    void a_week_begins_and_ends_at_midnight_of_the_zone_and_is_an_hour_shorter_or_longer_when_clocks_change() {
        IsoWeek spring = IsoWeek.parse("2026-W13");

        assertThat(spring.start(BUDAPEST)).isEqualTo("2026-03-22T23:00:00Z");
        assertThat(spring.end(BUDAPEST)).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(length(spring)).isEqualTo(Duration.ofHours(167));
        assertThat(length(IsoWeek.parse("2026-W43"))).isEqualTo(Duration.ofHours(169));
    }

    @Test
    void the_instant_at_which_a_week_ends_belongs_to_the_next() {
        IsoWeek week = IsoWeek.parse("2026-W47");
        Instant end = week.end(BUDAPEST);

        assertThat(IsoWeek.of(week.start(BUDAPEST), BUDAPEST)).isEqualTo(week);
        assertThat(IsoWeek.of(end.minusNanos(1), BUDAPEST)).isEqualTo(week);
        assertThat(IsoWeek.of(end, BUDAPEST)).isEqualTo(week.next());
        assertThat(IsoWeek.of(end, ZoneId.of("Europe/Lisbon"))).isEqualTo(week);
        assertThat(end).isEqualTo(week.next().start(BUDAPEST));
    }

    @Test
    void a_week_that_runs_is_cut_off_now_and_one_of_which_nothing_has_passed_is_refused() {
        IsoWeek week = IsoWeek.parse("2026-W47");
        Instant start = week.start(BUDAPEST);
        Instant end = week.end(BUDAPEST);

        assertThatThrownBy(() -> week.cutOff(BUDAPEST, start))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("week-not-begun"));
        assertThat(week.cutOff(BUDAPEST, start.plusNanos(1))).contains(start.plusNanos(1));
        assertThat(week.cutOff(BUDAPEST, end.minusNanos(1))).contains(end.minusNanos(1));
        assertThat(week.cutOff(BUDAPEST, end)).isEmpty();
    }

    private static Duration length(IsoWeek week) {
        return Duration.between(week.start(BUDAPEST), week.end(BUDAPEST));
    }

    private static BusinessRuleViolation refusal(String text) {
        return catchThrowableOfType(BusinessRuleViolation.class, () -> IsoWeek.parse(text));
    }
}
