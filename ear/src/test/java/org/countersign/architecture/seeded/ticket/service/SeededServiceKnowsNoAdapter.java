package org.countersign.architecture.seeded.ticket.service;

import org.countersign.architecture.seeded.ticket.persistence.TicketStore;

/** A service that names its adapter. */
class SeededServiceKnowsNoAdapter {
    TicketStore store;
}
