package org.countersign.architecture.seeded.identity.service;

import org.countersign.architecture.seeded.ticket.service.TicketService;

/** A lower area that calls a higher one. */
class SeededAreasCallDownwards {
    TicketService tickets;
}
