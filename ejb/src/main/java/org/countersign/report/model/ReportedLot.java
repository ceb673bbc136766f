package org.countersign.report.model;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An inspection lot (ISO 2859-1) of closed tickets.
 *
 * @param weekStart        first day (Monday) of the ISO week whose closed tickets form the lot
 * @param lotSize          tickets in the lot
 * @param sampleSize       tickets drawn
 * @param acceptanceNumber most nonconforming tickets with which the lot is still acceptable
 * @param nonconforming    nonconforming tickets found so far
 * @param verdict          the verdict on the lot
 */
public record ReportedLot(LocalDate weekStart, int lotSize, int sampleSize, int acceptanceNumber, int nonconforming,
                          Verdict verdict) {

    /** The verdict on a lot. */
    public enum Verdict {
        ACCEPTABLE,
        NOT_ACCEPTABLE,
        /** The review of the sample is not complete. */
        PENDING
    }

    /** @throws IllegalArgumentException if a count is negative */
    public ReportedLot {
        Objects.requireNonNull(weekStart, "weekStart");
        Objects.requireNonNull(verdict, "verdict");
        Counts.requireNotNegative(lotSize, sampleSize, acceptanceNumber, nonconforming);
    }
}
