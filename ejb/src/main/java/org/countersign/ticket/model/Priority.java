package org.countersign.ticket.model;

/** The order of importance of a ticket, from impact and urgency. */
public enum Priority {
    P1,
    P2,
    P3,
    P4,
    P5;

    /**
     * The usual matrix of ITIL: both high is {@link #P1}, and each step down in impact or in urgency is a step down in priority.
     */
    public static Priority of(Impact impact, Urgency urgency) {
        return values()[impact.ordinal() + urgency.ordinal()];
    }
}
