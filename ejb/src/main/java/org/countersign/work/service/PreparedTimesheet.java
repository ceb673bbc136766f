package org.countersign.work.service;

import java.time.Instant;

/**
 * What cutting a week came to.
 *
 * @param timesheetId {@code null} when there was nothing to put on a sheet
 * @param totalMinutes work and travel
 * @param cutOffAt when the week was cut while it still ran, else {@code null}
 */
public record PreparedTimesheet(Outcome outcome, Long timesheetId, int lines, long totalMinutes, Instant cutOffAt) {

    /** What there is now. */
    public enum Outcome {
        CREATED,
        /** The sheet was there already and stays as it is. */
        ALREADY_THERE,
        /** Nobody worked: no sheet. */
        EMPTY
    }
}
