package org.countersign.ticket.model;

/** How much of the business a ticket touches. */
public enum Impact {
    HIGH,
    MEDIUM,
    LOW
}
