package org.countersign.customer.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Wording;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClockRefusal;
import org.countersign.serviceclock.model.ServiceHours;

/**
 * What one version of a calendar says: weekly hours, the region whose public holidays close it, and exceptions by hand, which stand above the
 * holidays in both directions. The holidays are kept as dates, so that what was in force stays known when a holiday table changes.
 *
 * @param written zone, weekly hours and exceptions, as the form of the API has them
 * @param region country, or country and subdivision, e.g. {@code HU} or {@code DE-BY}; {@code null} for no holidays
 * @param holidays rest days of the region, in order
 */
public record CalendarHours(ServiceCalendar written, String region, List<LocalDate> holidays) {

    /** Of the form of the API. */
    static final List<String> MEMBERS = List.of("zone", "hours", "exceptions", "holidays");

    private static final String REGION = "holidays";
    private static final String DATES = "holidayDates";

    public CalendarHours {
        holidays = holidays.stream().sorted().distinct().toList();
    }

    /**
     * Reads the form of the API: that of {@link ServiceCalendar#of} and, if wanted, {@code holidays} with a region.
     *
     * @throws BusinessRuleViolation naming the place, with the codes of the service clock and {@code holidays-unknown}
     */
    public static CalendarHours read(Map<String, ?> form, PublicHolidays table, int firstYear, int lastYear) {
        Object region = form == null ? null : form.get(REGION);
        if (region == null) {
            return new CalendarHours(calendar(form), null, List.of());
        }
        if (!(region instanceof String name) || !table.knows(name)) {
            throw BusinessRuleViolation.invalid("calendar.holidays", "holidays-unknown", String.valueOf(region));
        }
        return new CalendarHours(calendar(form), name, table.restDays(name, firstYear, lastYear));
    }

    /** Reads what {@link #toStored} wrote. */
    public static CalendarHours ofStored(Map<String, ?> stored) {
        List<?> dates = stored.get(DATES) instanceof List<?> list ? list : List.of();
        return new CalendarHours(
                calendar(stored),
                (String) stored.get(REGION),
                dates.stream().map(date -> LocalDate.parse((String) date)).toList());
    }

    /** The hours that count: an exception by hand, else a holiday, else the week's. */
    public ServiceCalendar effective() {
        Map<LocalDate, List<ServiceHours>> exceptions = new TreeMap<>();
        holidays.forEach(date -> exceptions.put(date, List.of()));
        exceptions.putAll(written.exceptions());
        return new ServiceCalendar(written.zone(), written.hours(), exceptions);
    }

    /** Whether the holidays from a day to the end of a year are those that the table has now; without a region, or one that it knows no more, they are. */
    public boolean follows(PublicHolidays table, LocalDate from, int lastYear) {
        if (region == null || !table.knows(region)) {
            return true;
        }
        List<LocalDate> known = holidays.stream().filter(day -> !day.isBefore(from) && day.getYear() <= lastYear).toList();
        return known.equals(table.restDays(region, from.getYear(), lastYear).stream().filter(day -> !day.isBefore(from)).toList());
    }

    /** The form of the API. */
    public Map<String, Object> toForm() {
        Map<String, Object> form = new LinkedHashMap<>(written.toMap());
        if (region != null) {
            form.put(REGION, region);
        }
        return form;
    }

    /** Everything, the dates of the holidays too. */
    public Map<String, Object> toStored() {
        Map<String, Object> stored = toForm();
        if (!holidays.isEmpty()) {
            stored.put(DATES, holidays.stream().map(LocalDate::toString).toList());
        }
        return stored;
    }

    private static ServiceCalendar calendar(Map<String, ?> form) {
        Map<String, Object> hours = new LinkedHashMap<>(form == null ? Map.of() : form);
        hours.remove(REGION);
        hours.remove(DATES);
        try {
            return ServiceCalendar.of(hours);
        } catch (ServiceClockRefusal refused) {
            throw refused(refused);
        }
    }

    /** A refusal of the service clock as one of ours; its sentence may tell the day that it is about. */
    public static BusinessRuleViolation refused(ServiceClockRefusal refused) {
        Wording where = refused.where() instanceof DayOfWeek day ? Wording.of(day) : Wording.same(String.valueOf(refused.where()));
        return BusinessRuleViolation.invalid(refused.place(), refused.code(), refused.value(), where);
    }
}
