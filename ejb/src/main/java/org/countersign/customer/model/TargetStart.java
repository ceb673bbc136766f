package org.countersign.customer.model;

/** From when on the time of a target counts. The moment of receipt is kept in any case, and gives the order of the queue. */
public enum TargetStart {
    RECEIPT,
    /** When the report has what the contract demands as a minimum (M32). */
    COMPLETENESS,
    /** When a fixed contact of the customer, or the desk where it decides, has agreed to the report (M97). */
    AGREEMENT
}
