package org.countersign.serviceclock.model;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One window of service within a day, by the wall clock of the calendar's zone: from {@code opens} (inclusive) to
 * {@code closes} (exclusive), in whole minutes. A window that lasts to the end of the day closes at {@code 24:00}.
 *
 * @param opens  first moment of service
 * @param closes first moment after service; {@link LocalTime#MIDNIGHT} stands for {@code 24:00}
 */
public record ServiceHours(LocalTime opens, LocalTime closes) implements Comparable<ServiceHours> {

    /** The whole day, {@code 00:00}–{@code 24:00}. */
    public static final ServiceHours ALL_DAY = new ServiceHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final String END_OF_DAY = "24:00";
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    /** @throws ServiceClockRefusal when it closes before it opens, or a time is not a whole minute */
    public ServiceHours {
        requireWholeMinutes(opens);
        requireWholeMinutes(closes);
        if (!closes.equals(LocalTime.MIDNIGHT) && !closes.isAfter(opens)) {
            throw new ServiceClockRefusal("hours", "service-hours-end-before-start", opens + "-" + closes);
        }
    }

    /**
     * @param opens  {@code HH:mm}
     * @param closes {@code HH:mm}, {@code 24:00} for the end of the day
     */
    public static ServiceHours of(String opens, String closes) {
        return parse(List.of(opens, closes), "hours");
    }

    /** Reads {@code ["08:30", "12:00"]}; a refusal names the given place. */
    static ServiceHours parse(Object window, String place) {
        if (!(window instanceof List<?> times) || times.size() != 2) {
            throw new ServiceClockRefusal(place, "service-hours-malformed", window);
        }
        LocalTime opens = time(times.get(0), place + "[0]");
        boolean toEndOfDay = END_OF_DAY.equals(times.get(1));
        LocalTime closes = toEndOfDay ? LocalTime.MIDNIGHT : time(times.get(1), place + "[1]");
        if (!toEndOfDay && !closes.isAfter(opens)) {
            throw new ServiceClockRefusal(place, "service-hours-end-before-start", opens + "-" + closes);
        }
        return new ServiceHours(opens, closes);
    }

    private static LocalTime time(Object value, String place) {
        if (!(value instanceof String text) || !TIME.matcher(text).matches()) {
            throw new ServiceClockRefusal(place, "service-hours-time-malformed", value);
        }
        return LocalTime.parse(text);
    }

    private static void requireWholeMinutes(LocalTime time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new ServiceClockRefusal("hours", "service-hours-time-malformed", time);
        }
    }

    /** Whether the window lasts to {@code 24:00}. */
    public boolean lastsToEndOfDay() {
        return closes.equals(LocalTime.MIDNIGHT);
    }

    /** From opening to closing by the wall clock. */
    Duration length() {
        return Duration.ofSeconds((lastsToEndOfDay() ? 24 * 3600 : closes.toSecondOfDay()) - opens.toSecondOfDay());
    }

    /** Whether the wall clock is in this window at that time of the day. */
    public boolean contains(LocalTime time) {
        return !time.isBefore(opens) && (lastsToEndOfDay() || time.isBefore(closes));
    }

    /** Whether a later or equally early window begins before this one has closed. */
    boolean reachesInto(ServiceHours later) {
        return lastsToEndOfDay() || later.opens.isBefore(closes);
    }

    /** The form that {@link ServiceCalendar#of(java.util.Map)} reads. */
    public List<String> toList() {
        return List.of(opens.toString(), lastsToEndOfDay() ? END_OF_DAY : closes.toString());
    }

    @Override
    public int compareTo(ServiceHours other) {
        return opens.compareTo(other.opens);
    }

    @Override
    public String toString() {
        return String.join("-", toList());
    }
}
