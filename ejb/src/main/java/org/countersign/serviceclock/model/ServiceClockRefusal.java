package org.countersign.serviceclock.model;

import java.time.DayOfWeek;

/**
 * Input that the service clock cannot work with: a malformed calendar, a pause that ends before it begins, a target
 * that can never be met. It names the place in the input, so that a surface can put its message beside the right field.
 */
public final class ServiceClockRefusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String code;
    private final String value;

    ServiceClockRefusal(String place, String code, Object value) {
        super(place + ": " + code + " (" + value + ")");
        this.place = place;
        this.code = code;
        this.value = String.valueOf(value);
    }

    /** Where in the input, e.g. {@code calendar.hours.MONDAY[1]} or {@code target}. */
    public String place() {
        return place;
    }

    /** The day of the week or the date whose hours the place is in, else the place within the calendar; for a sentence that tells it. */
    public Object where() {
        String inside = place.startsWith("calendar.") ? place.substring("calendar.".length()) : place;
        String day = inside.replaceFirst("^(hours|exceptions)\\.", "").replaceFirst("\\[.*", "");
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (weekday.name().equals(day)) {
                return weekday;
            }
        }
        return day;
    }

    /** Stable rule code in kebab case, e.g. {@code service-hours-overlap}. */
    public String code() {
        return code;
    }

    /** What stood there. */
    public String value() {
        return value;
    }
}
