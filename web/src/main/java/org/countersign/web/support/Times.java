package org.countersign.web.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** Times and spans of time as people read them. */
public final class Times {

    private Times() {}

    /** A date as people write it. */
    public static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    /** Date and time to the minute, in the zone. */
    public static String dateTime(Instant instant, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /** Date and time to the minute with the offset and the name of the zone, so that the repeated autumn hour is told apart. */
    public static String withZone(Instant instant, ZoneId zone, Locale locale) {
        ZonedDateTime time = instant.atZone(zone);
        String offset = time.getOffset().getTotalSeconds() == 0 ? "UTC" : "UTC" + time.getOffset().getId();
        return dateTime(instant, zone, locale) + " (" + zone.getId() + ", " + offset + ")";
    }

    /** The zone's name for people. */
    public static String zoneName(ZoneId zone, Locale locale) {
        return zone.getId() + " – " + zone.getDisplayName(TextStyle.FULL, locale);
    }

    /** What a sentence names: days, instants (to the minute, in the zone) and spans as people read them, anything else as it is. */
    public static Object named(Object what, ZoneId zone, Locale locale) {
        if (what instanceof Instant instant) {
            return dateTime(instant, zone, locale);
        }
        if (what instanceof LocalDate day) {
            return day(day, locale);
        }
        return what instanceof Duration span ? span(span, locale) : what;
    }

    /** Hours and minutes, e.g. {@code 26 h 05 min}; minutes are cut off, not rounded. */
    public static String span(Duration span, Locale locale) {
        long minutes = span.abs().toMinutes();
        long hours = minutes / 60;
        long rest = minutes % 60;
        if (hours == 0) {
            return ScreenTexts.of(locale, "time.minutes", rest);
        }
        return rest == 0 ? ScreenTexts.of(locale, "time.hours", hours) : ScreenTexts.of(locale, "time.hours-minutes", hours, rest);
    }
}
