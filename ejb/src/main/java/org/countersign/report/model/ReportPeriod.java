package org.countersign.report.model;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.IsoWeek;

/**
 * The span that a month's report is about: the month by the calendar of the contract's zone, or what has passed of it.
 *
 * @param from     first instant of the month
 * @param until    the first instant after the span
 * @param cutOffAt {@code until}, when the month was still running; else {@code null}
 */
public record ReportPeriod(YearMonth month, Instant from, Instant until, Instant cutOffAt) {

    /** @throws BusinessRuleViolation {@code month-not-begun} for a month that has not begun by {@code now} */
    public static ReportPeriod of(YearMonth month, ZoneId zone, Instant now) {
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        if (!now.isAfter(from)) {
            throw BusinessRuleViolation.invalid("month", "month-not-begun", month);
        }
        boolean running = now.isBefore(end);
        return new ReportPeriod(month, from, running ? now : end, running ? now : null);
    }

    /** Whether the instant is one of the span; {@code null} is not. */
    public boolean contains(Instant instant) {
        return instant != null && !instant.isBefore(from) && instant.isBefore(until);
    }

    /** The first week with days in the month. */
    public IsoWeek firstWeek() {
        return IsoWeek.of(month.atDay(1));
    }

    /** The last week with days in the month. */
    public IsoWeek lastWeek() {
        return IsoWeek.of(month.atEndOfMonth());
    }
}
