package org.countersign.addon.demo;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.kernel.IsoWeek;

/**
 * The dates of the demo, all of them relative to its first start: {@code W-2 TUE 09:10} (a day of the second week before), {@code D-1 14:00}
 * (the day before), {@code -PT5H} (five hours before). What would lie after the first start is put at the first start.
 */
final class StoryTime {

    /** The zone of the desk; all of the demo's wall-clock times are its. */
    static final ZoneId ZONE = ZoneId.of("Europe/Budapest");

    private static final Pattern IN_WEEK = Pattern.compile("W-([0-9]{1,2}) ([A-Z]{3}) ([0-9]{2}:[0-9]{2})");
    private static final Pattern ON_DAY = Pattern.compile("D-([0-9]{1,2}) ([0-9]{2}:[0-9]{2})");
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private final Instant firstStart;
    private final LocalDate today;

    StoryTime(Instant firstStart) {
        this.firstStart = firstStart;
        this.today = LocalDate.ofInstant(firstStart, ZONE);
    }

    /** @throws IllegalArgumentException when the text has none of the three forms */
    Instant at(String text) {
        Instant exact = exact(text);
        return exact.isAfter(firstStart) ? firstStart : exact;
    }

    /** The week that lies {@code ago} weeks before the one of the first start. */
    IsoWeek week(int ago) {
        return IsoWeek.of(today.minusWeeks(ago));
    }

    private Instant exact(String text) {
        try {
            Matcher week = IN_WEEK.matcher(text);
            if (week.matches() && DAYS.contains(week.group(2))) {
                LocalDate day = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(Integer.parseInt(week.group(1)))
                        .plusDays(DAYS.indexOf(week.group(2)));
                return day.atTime(LocalTime.parse(week.group(3))).atZone(ZONE).toInstant();
            }
            Matcher day = ON_DAY.matcher(text);
            if (day.matches()) {
                return today.minusDays(Integer.parseInt(day.group(1))).atTime(LocalTime.parse(day.group(2))).atZone(ZONE).toInstant();
            }
            if (text.startsWith("-P")) {
                return firstStart.plus(Duration.parse(text));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a time of the demo: " + text, e);
        }
        throw new IllegalArgumentException("Not a time of the demo: " + text + " (W-2 TUE 09:10, D-1 14:00 or -PT5H)");
    }
}
