package org.countersign.customer.model;

/** How much the customer's business depends on a service (M127). */
public enum Criticality {
    LOW,
    NORMAL,
    HIGH,
    CRITICAL
}
