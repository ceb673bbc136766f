package org.countersign.ticket.model;

/** What a ticket's log tells the service clock. */
public enum ClockEventKind {
    RECEIVED,
    /** The report waits to be taken on. */
    HELD,
    RELEASED,
    /** The report has what the contract demands as a minimum (M32). */
    COMPLETE,
    /** Somebody entitled to has agreed to the report (M97). */
    AGREED,
    /** What the ticket is, its impact and its urgency were judged anew. */
    ASSESSED,
    /** Mail that a machine sent acknowledged the receipt. */
    AUTOMATIC_MAIL,
    /** A person took the work up, of which the reporter is told. */
    STARTED,
    /** A person wrote to the customer. */
    PUBLIC_MESSAGE,
    ON_HOLD,
    RESUMED,
    RESOLVED,
    REJECTED,
    ACCEPTED,
    /** Withdrawn, a duplicate, transferred or declined. */
    ENDED
}
