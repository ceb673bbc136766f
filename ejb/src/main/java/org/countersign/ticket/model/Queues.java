package org.countersign.ticket.model;

import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.QueueOrder;

/** Who waits in which queue, and who was passed there. */
public interface Queues {

    /** Holds the queue until the transaction ends: whoever else wants to take a ticket from it waits that long. */
    void hold(Queue queue);

    /** Ids of the tickets that the order does not let this one pass and that still wait, the first in line first, {@code limit} at most. */
    List<Long> before(Ticket ticket, QueueOrder order, int limit);

    /** How many {@link #before} would find without a limit. */
    long countBefore(Ticket ticket, QueueOrder order);

    /** The first in line. */
    Optional<Ticket> first(Queue queue, QueueOrder order);

    /** @param passed ids of those who were passed */
    void add(Overtaking overtaking, List<Long> passed);
}
