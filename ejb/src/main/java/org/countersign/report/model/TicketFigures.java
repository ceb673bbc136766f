package org.countersign.report.model;

/**
 * The month's ticket counts of a contract.
 *
 * @param received            tickets registered in the period
 * @param resolved            tickets whose last resolution of the period was proposed in it
 * @param accepted            tickets closed in the period by a recorded acceptance
 * @param rejectedResolutions resolutions that the customer rejected in the period; one ticket may count several times
 * @param openAtEnd           tickets not yet in an end state when the period ended or was cut off
 */
public record TicketFigures(int received, int resolved, int accepted, int rejectedResolutions, int openAtEnd) {

    /** @throws IllegalArgumentException if a count is negative */
    public TicketFigures {
        Counts.requireNotNegative(received, resolved, accepted, rejectedResolutions, openAtEnd);
    }
}
