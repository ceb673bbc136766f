package org.countersign.customer.model;

/** What somebody of the account team is there for (M120), and who answers for all of it (M133). */
public enum TeamRole {
    /** The named project or client manager. */
    RESPONSIBLE_MANAGER,
    BUSINESS_IMPACT,
    SOLUTION_STRATEGY,
    CONFIGURATION
}
