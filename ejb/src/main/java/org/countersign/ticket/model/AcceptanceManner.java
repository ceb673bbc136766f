package org.countersign.ticket.model;

/** How an acceptance was given. */
public enum AcceptanceManner {
    PORTAL,
    API,
    MAIL_LINK,
    SPOKEN
}
