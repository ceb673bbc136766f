package org.countersign.ticket.model;

/** The order of importance of a ticket, from impact and urgency. */
public enum Priority {
    P1,
    P2,
    P3,
    P4,
    P5
}
