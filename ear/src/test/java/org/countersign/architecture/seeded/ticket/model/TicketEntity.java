package org.countersign.architecture.seeded.ticket.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A decent entity. */
@Entity
public class TicketEntity {
    @Id
    Long id;
}
