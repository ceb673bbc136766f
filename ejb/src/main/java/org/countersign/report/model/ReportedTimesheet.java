package org.countersign.report.model;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A weekly timesheet that has days in the month.
 *
 * @param weekStart first day (Monday) of its ISO week
 * @param minutes   total of the sheet, work and travel, in minutes
 * @param state     how far the customer's confirmation is
 */
public record ReportedTimesheet(LocalDate weekStart, long minutes, State state) {

    /** The customer's decision on a timesheet. */
    public enum State {
        /** Nothing decided yet. */
        AWAITING,
        /** Some line is open between customer and provider. */
        DISPUTED,
        /** Every line is confirmed; the sheet is frozen. */
        CONFIRMED
    }

    /** @throws IllegalArgumentException if the minutes are negative */
    public ReportedTimesheet {
        Objects.requireNonNull(weekStart, "weekStart");
        Objects.requireNonNull(state, "state");
        Counts.requireNotNegative(minutes);
    }
}
