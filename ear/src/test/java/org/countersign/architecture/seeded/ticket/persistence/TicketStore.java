package org.countersign.architecture.seeded.ticket.persistence;

/** A decent adapter. */
public class TicketStore {}
