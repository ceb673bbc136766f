package org.countersign.ticket.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Read-only projections of closed tickets, one statement each. */
public interface ClosedTicketViews {

    /** The tickets of a contract that closed from {@code from} on and before {@code until}, by id. */
    List<ClosedTicket> between(long contractId, Instant from, Instant until);

    /** Nothing for a ticket that is not closed. */
    Optional<ClosedTicketFacts> facts(long ticketId);
}
