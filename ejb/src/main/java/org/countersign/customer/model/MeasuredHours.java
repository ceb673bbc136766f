package org.countersign.customer.model;

/** In which hours the availability of a service is measured. */
public enum MeasuredHours {
    /** All hours of the month. */
    ALWAYS,
    /** Those of the contract's calendar. */
    SERVICE_HOURS
}
