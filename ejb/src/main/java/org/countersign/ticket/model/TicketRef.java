package org.countersign.ticket.model;

/** A ticket as events and other areas name it. */
public record TicketRef(long id, String number, long contractId, long organisationId) {}
