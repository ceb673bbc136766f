package org.countersign.work.model;

/** What a person's time went into. */
public enum Activity {
    ANALYSIS,
    IMPLEMENTATION,
    TESTING,
    /** Upgrades, installations, patches (M48). */
    DEPLOYMENT,
    /** Telephone, mail, meetings with the customer. */
    COMMUNICATION,
    DOCUMENTATION,
    TRAINING,
    OTHER
}
