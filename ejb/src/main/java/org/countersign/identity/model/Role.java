package org.countersign.identity.model;

/** What an account may do. The names are those of {@code @RolesAllowed}; {@link #SYSTEM} is never given to a person. */
public enum Role {
    /** Runs the installation: accounts, contracts, jobs, outbox, audit. */
    ADMIN,
    /** Works on tickets at a support level. */
    AGENT,
    /** Leads the desk: sees all work, starts jobs, reads reports. */
    MANAGER,
    /** Quality Engineer: draws and reviews samples (ISO 2859-1), verifies the audit trail. */
    QUALITY,
    /** A customer's contact, in the portal. */
    CONTACT,
    /** May hand mail in through the API; a mail server's account. */
    MAIL_GATEWAY;

    public static final String ADMIN_ROLE = "ADMIN";
    public static final String AGENT_ROLE = "AGENT";
    public static final String MANAGER_ROLE = "MANAGER";
    public static final String QUALITY_ROLE = "QUALITY";
    public static final String CONTACT_ROLE = "CONTACT";
    public static final String MAIL_GATEWAY_ROLE = "MAIL_GATEWAY";
    /** The role under which timers, pollers and batch jobs work. */
    public static final String SYSTEM = "system";
}
