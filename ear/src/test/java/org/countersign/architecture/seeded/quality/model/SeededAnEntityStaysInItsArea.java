package org.countersign.architecture.seeded.quality.model;

import org.countersign.architecture.seeded.ticket.model.TicketEntity;

/** An area that holds another one's entity. */
class SeededAnEntityStaysInItsArea {
    TicketEntity[] tickets;
}
