package org.countersign.ticket.model;

/** What a ticket is about (ITIL 4). */
public enum TicketKind {
    INCIDENT,
    SERVICE_REQUEST,
    QUESTION,
    COMPLAINT
}
