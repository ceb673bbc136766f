package org.countersign.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceHours;
import org.junit.jupiter.api.Test;

class CalendarDayTest {

    private static final ServiceHours MORNING = ServiceHours.of("08:00", "12:00");
    private static final ServiceHours DAY = ServiceHours.of("08:00", "20:00");
    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");

    @Test
    void each_day_of_the_year_says_where_its_hours_come_from() {
        ServiceCalendar written = week(DAY)
                .withException(LocalDate.of(2026, 12, 12), MORNING)
                .withException(LocalDate.of(2026, 12, 24))
                .withException(LocalDate.of(2026, 12, 26), MORNING);
        List<LocalDate> holidays = List.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26));
        List<CalendarDay> year = CalendarDay.ofYear(
                List.of(new RecordedHours(1, LocalDate.of(2020, 1, 1), new CalendarHours(written, "HU", holidays))), 2026);

        assertThat(year).hasSize(365);
        assertThat(on(year, 12, 11)).isEqualTo(new CalendarDay(LocalDate.of(2026, 12, 11), List.of(DAY), CalendarDayKind.OPEN));
        assertThat(on(year, 12, 13).kind()).as("a Sunday").isEqualTo(CalendarDayKind.CLOSED);
        assertThat(on(year, 12, 12)).as("a Saturday with service")
                .isEqualTo(new CalendarDay(LocalDate.of(2026, 12, 12), List.of(MORNING), CalendarDayKind.OPEN_BY_EXCEPTION));
        assertThat(on(year, 12, 24).kind()).isEqualTo(CalendarDayKind.CLOSED_BY_EXCEPTION);
        assertThat(on(year, 12, 25).kind()).isEqualTo(CalendarDayKind.HOLIDAY);
        assertThat(on(year, 12, 26).kind()).as("an exception stands above a holiday").isEqualTo(CalendarDayKind.OPEN_BY_EXCEPTION);
        assertThat(year.stream().filter(CalendarDay::differs)).hasSize(4);
    }

    @Test
    void a_later_version_counts_from_its_first_day_on_and_takes_its_holidays_with_it() {
        LocalDate holiday = LocalDate.of(2024, 6, 10);
        List<RecordedHours> versions = List.of(
                new RecordedHours(1, LocalDate.of(2020, 1, 1), new CalendarHours(week(DAY), "HU", List.of(holiday, LocalDate.of(2024, 7, 1)))),
                new RecordedHours(2, LocalDate.of(2024, 6, 15), new CalendarHours(week(MORNING), null, List.of())));

        List<CalendarDay> year = CalendarDay.ofYear(versions, 2024);

        assertThat(year).as("a leap year").hasSize(366);
        assertThat(on(year, 6, 10).kind()).isEqualTo(CalendarDayKind.HOLIDAY);
        assertThat(on(year, 6, 14).windows()).containsExactly(DAY);
        assertThat(on(year, 6, 17).windows()).containsExactly(MORNING);
        assertThat(on(year, 7, 1).kind()).as("no holiday under the later version").isEqualTo(CalendarDayKind.OPEN);
    }

    @Test
    void without_a_version_there_is_no_year() {
        assertThatThrownBy(() -> CalendarDay.ofYear(List.of(), 2026)).isInstanceOf(IllegalArgumentException.class);
    }

    private static CalendarDay on(List<CalendarDay> year, int month, int day) {
        return year.stream()
                .filter(one -> one.date().getMonthValue() == month && one.date().getDayOfMonth() == day)
                .findFirst()
                .orElseThrow();
    }

    private static ServiceCalendar week(ServiceHours window) {
        Map<DayOfWeek, List<ServiceHours>> hours = new java.util.EnumMap<>(DayOfWeek.class);
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).forEach(day -> hours.put(day, List.of(window)));
        return new ServiceCalendar(BUDAPEST, hours, Map.of());
    }
}
