package org.countersign.kernel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week as ISO 8601 counts them: it begins on Monday, and the first week of a year is the one with its first Thursday.
 * Written {@code 2026-W47}. Weeks follow each other without gaps: the {@link #end} of one is the {@link #start} of the
 * next, also where the clocks change.
 *
 * @param year the week-based year, 1 to 9999; around New Year it may differ from the calendar's
 * @param week 1 to 52, or 53 in the years that have it
 */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-W([0-9]{2})");

    /** @throws BusinessRuleViolation {@code week-does-not-exist} when the year has no such week */
    public IsoWeek {
        if (year < 1 || year > 9999 || week < 1 || week > weeksOf(year)) {
            throw BusinessRuleViolation.invalid("week", "week-does-not-exist", format(year, week));
        }
    }

    /**
     * Reads {@code 2026-W47}; nothing may be left out or added.
     *
     * @throws BusinessRuleViolation {@code week-malformed} or {@code week-does-not-exist}
     */
    public static IsoWeek parse(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches()) {
            throw BusinessRuleViolation.invalid("week", "week-malformed", String.valueOf(text));
        }
        return new IsoWeek(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** The week that the instant falls in by the calendar of the zone. */
    public static IsoWeek of(Instant instant, ZoneId zone) {
        return of(LocalDate.ofInstant(instant, zone));
    }

    /** The week of a date. */
    public static IsoWeek of(LocalDate date) {
        return new IsoWeek(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The first day. */
    public LocalDate monday() {
        return firstMonday(year).plusWeeks(week - 1L);
    }

    /** The last day. */
    public LocalDate sunday() {
        return monday().plusDays(6);
    }

    /** The first instant of the week in the zone. */
    public Instant start(ZoneId zone) {
        return monday().atStartOfDay(zone).toInstant();
    }

    /** The first instant after the week in the zone. */
    public Instant end(ZoneId zone) {
        return monday().plusWeeks(1).atStartOfDay(zone).toInstant();
    }

    /**
     * Where what has passed of the week is cut off.
     *
     * @return {@code now} while the week runs; nothing when it has ended
     * @throws BusinessRuleViolation {@code week-not-begun} when nothing of it has passed
     */
    public Optional<Instant> cutOff(ZoneId zone, Instant now) {
        if (!now.isAfter(start(zone))) {
            throw BusinessRuleViolation.invalid("week", "week-not-begun", this);
        }
        return now.isBefore(end(zone)) ? Optional.of(now) : Optional.empty();
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(monday()) && !date.isAfter(sunday());
    }

    public IsoWeek previous() {
        return of(monday().minusWeeks(1));
    }

    public IsoWeek next() {
        return of(monday().plusWeeks(1));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(week, other.week);
    }

    /** {@code 2026-W47}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return format(year, week);
    }

    private static LocalDate firstMonday(int year) {
        return LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static int weeksOf(int year) {
        // 28 December is always in the last week.
        return LocalDate.of(year, 12, 28).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private static String format(int year, int week) {
        return String.format(Locale.ROOT, "%04d-W%02d", year, week);
    }
}
