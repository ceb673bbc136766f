package org.countersign.architecture.seeded.ticket.service;

/** A decent service. */
public class TicketService {}
