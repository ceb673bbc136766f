package org.countersign.ticket.model;

/** The way by which a report came in (M36). */
public enum Channel {
    EMAIL,
    PHONE,
    FAX,
    PORTAL,
    API,
    CRM
}
