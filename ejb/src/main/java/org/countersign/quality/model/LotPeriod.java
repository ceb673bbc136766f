package org.countersign.quality.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.IsoWeek;

/**
 * The span whose closed tickets form a lot: a week by the calendar of the contract's zone, or what has passed of it.
 *
 * @param from     first instant of the week
 * @param until    the first instant after the span
 * @param cutOffAt {@code until}, when the week was still running; else {@code null}
 */
public record LotPeriod(IsoWeek week, Instant from, Instant until, Instant cutOffAt) {

    /** @throws BusinessRuleViolation {@code week-not-begun} for a week that has not begun by {@code now} */
    public static LotPeriod of(IsoWeek week, ZoneId zone, Instant now) {
        Optional<Instant> cutOff = week.cutOff(zone, now);
        return new LotPeriod(week, week.start(zone), cutOff.orElse(week.end(zone)), cutOff.orElse(null));
    }

    /** When the week was cut off; empty when it had ended. */
    public Optional<Instant> cutOff() {
        return Optional.ofNullable(cutOffAt);
    }
}
