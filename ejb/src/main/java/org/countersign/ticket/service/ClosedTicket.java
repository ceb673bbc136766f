package org.countersign.ticket.service;

import java.time.Instant;

/** A ticket that the customer's acceptance closed. */
public record ClosedTicket(long id, String number, Instant closedAt) {}
