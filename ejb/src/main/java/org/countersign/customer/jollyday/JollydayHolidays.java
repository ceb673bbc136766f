package org.countersign.customer.jollyday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.countersign.customer.model.PublicHolidays;

/** {@link PublicHolidays} of Jollyday: days that the law makes free of work; days that are only observed stay working days. */
@ApplicationScoped
public class JollydayHolidays implements PublicHolidays {

    private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}");

    @Override
    public boolean knows(String region) {
        if (!REGION.matcher(region).matches()) {
            return false;
        }
        String country = country(region);
        if (Arrays.stream(HolidayCalendar.values()).noneMatch(calendar -> calendar.getId().equalsIgnoreCase(country))) {
            return false;
        }
        String[] subdivisions = subdivisions(region);
        var level = manager(region).getCalendarHierarchy();
        for (String subdivision : subdivisions) {
            level = level.getChildren().get(subdivision);
            if (level == null) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<LocalDate> restDays(String region, int firstYear, int lastYear) {
        HolidayManager manager = manager(region);
        List<LocalDate> days = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            manager.getHolidays(Year.of(year), subdivisions(region)).stream()
                    .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                    .map(Holiday::getDate)
                    .forEach(days::add);
        }
        return days.stream().sorted().distinct().toList();
    }

    private static HolidayManager manager(String region) {
        return HolidayManager.getInstance(ManagerParameters.create(country(region)));
    }

    private static String country(String region) {
        return region.substring(0, 2).toLowerCase(Locale.ROOT);
    }

    private static String[] subdivisions(String region) {
        return region.length() == 2 ? new String[0] : region.substring(3).toLowerCase(Locale.ROOT).split("-");
    }
}
