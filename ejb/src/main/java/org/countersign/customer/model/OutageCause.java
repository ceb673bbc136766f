package org.countersign.customer.model;

/** What an outage comes from; a contract may say which of them do not count against the availability of a service. */
public enum OutageCause {
    /** Something that the provider answers for: it always counts. */
    FAULT,
    /** Maintenance in a window that was agreed beforehand. */
    AGREED_MAINTENANCE,
    /** The customer's own doing. */
    CUSTOMER_CAUSED,
    /** A third party that the customer chose, e.g. its own network provider. */
    THIRD_PARTY,
    FORCE_MAJEURE
}
