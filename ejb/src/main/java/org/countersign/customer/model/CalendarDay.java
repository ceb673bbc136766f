package org.countersign.customer.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceHours;

/**
 * What one day of a calendar is.
 *
 * @param windows the hours of service, in order; empty when there is none
 */
public record CalendarDay(LocalDate date, List<ServiceHours> windows, CalendarDayKind kind) {

    public CalendarDay {
        windows = List.copyOf(windows);
    }

    /** Whether something else than the weekly hours decides. */
    public boolean differs() {
        return kind != CalendarDayKind.OPEN && kind != CalendarDayKind.CLOSED;
    }

    public DayOfWeek dayOfWeek() {
        return date.getDayOfWeek();
    }

    /**
     * Every day of a year under the versions of a calendar, from 1 January on.
     *
     * @throws IllegalArgumentException without a version
     */
    public static List<CalendarDay> ofYear(List<RecordedHours> versions, int year) {
        ServiceCalendar calendar = RecordedHours.together(versions);
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusDays(Year.of(year).length()))
                .map(date -> new CalendarDay(date, calendar.hoursOn(date), kind(calendar, RecordedHours.on(versions, date).hours(), date)))
                .toList();
    }

    private static CalendarDayKind kind(ServiceCalendar calendar, CalendarHours version, LocalDate date) {
        boolean open = !calendar.hoursOn(date).isEmpty();
        if (version.written().exceptions().containsKey(date)) {
            return open ? CalendarDayKind.OPEN_BY_EXCEPTION : CalendarDayKind.CLOSED_BY_EXCEPTION;
        }
        if (version.holidays().contains(date)) {
            return CalendarDayKind.HOLIDAY;
        }
        return open ? CalendarDayKind.OPEN : CalendarDayKind.CLOSED;
    }
}
