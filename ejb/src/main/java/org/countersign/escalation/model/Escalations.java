package org.countersign.escalation.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** All escalations. */
public interface Escalations {

    void add(Escalation escalation);

    /** The escalations of a ticket. */
    List<Escalation> ofTicket(long ticketId);

    /** The escalations of tickets, in one statement. */
    List<Escalation> ofTickets(Collection<Long> ticketIds);

    /**
     * What the sweep has to look at, in the order in which it fell due.
     *
     * @param after the last one of the block before, or {@code null}
     */
    List<DueEscalation> due(Instant now, DueEscalation after, int limit);

    /** Locks escalations that still wait until the transaction ends; what another transaction has locked is passed over. */
    List<Escalation> lockWaiting(Collection<Long> ids);
}
