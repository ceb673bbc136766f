package org.countersign.ticket.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whoever takes a ticket out of a queue holds the queue's turn until the ticket is taken. Several queues share one. */
@Entity
@Table(name = "queue_turn")
public class QueueTurn {

    /** As many rows as the migration made. */
    private static final int TURNS = 32;

    @Id
    private Long id;

    protected QueueTurn() {}

    /** The turn of a queue, always the same. */
    public static long of(Queue queue) {
        return Math.floorMod(queue.contractId() * 4 + queue.level().ordinal(), TURNS);
    }

    public Long id() {
        return id;
    }
}
