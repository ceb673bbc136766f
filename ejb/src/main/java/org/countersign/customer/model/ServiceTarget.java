package org.countersign.customer.model;

/** What a contract may promise a time for. */
public enum ServiceTarget {
    /** Until the first response. */
    RESPONSE,
    /** From one word to the customer to the next. */
    UPDATE,
    /** Until a solution is proposed. */
    RESOLUTION
}
