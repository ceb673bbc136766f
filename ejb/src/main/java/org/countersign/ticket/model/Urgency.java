package org.countersign.ticket.model;

/** How soon it matters. */
public enum Urgency {
    HIGH,
    MEDIUM,
    LOW
}
