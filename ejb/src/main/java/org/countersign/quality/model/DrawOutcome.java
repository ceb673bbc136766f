package org.countersign.quality.model;

/** What came of the wish to draw a lot's sample. */
public enum DrawOutcome {
    DRAWN,
    /** The week's lot had been drawn before; it stays as it is. */
    ALREADY_DRAWN,
    /** No ticket was closed in the week, so there is no lot. */
    NOTHING_CLOSED,
    /** Inspection is discontinued until corrective action was taken, so no lot can be submitted. */
    DISCONTINUED
}
