package org.countersign.web.work;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;

/** Dates with a time of day, as the browser's own input gives and takes them ({@code 2026-11-22T09:30}). */
public final class LocalTimes {

    private LocalTimes() {}

    /**
     * What was entered, as a point in time; the hour that autumn has twice is taken the first time.
     *
     * @param field the input, for the refusal
     * @param text {@code null} or blank for none
     * @return {@code null} for none
     * @throws BusinessRuleViolation {@code local-time-malformed}; {@code local-time-skipped} for the hour that spring leaves out
     */
    public static Instant parse(String field, String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        LocalDateTime local = read(field, text.strip());
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw BusinessRuleViolation.invalid(field, "local-time-skipped", text.strip());
        }
        return local.toInstant(offsets.get(0));
    }

    /**
     * As {@link #parse(String, String, ZoneId)}, where the input began with a point in time that is known: left as it was shown it is that very
     * one, its seconds included, and the second of an hour that autumn has twice.
     *
     * @param known {@code null} for none
     */
    public static Instant parse(String field, String text, ZoneId zone, Instant known) {
        return known != null && text != null && text.strip().equals(format(known, zone)) ? known : parse(field, text, zone);
    }

    /** The point in time as the input shows it, to the minute. */
    public static String format(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static LocalDateTime read(String field, String text) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException unreadable) {
            throw BusinessRuleViolation.invalid(field, "local-time-malformed", text);
        }
    }
}
