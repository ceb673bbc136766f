package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.countersign.identity.model.Role;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.Tickets;

/**
 * The transactions of {@link HoldEndSweep}: a ticket is locked, resumed and told of in one. On two nodes, or with a clock that goes back, each
 * hold ends once. The ticket's clock does not wait for it: the log says when the hold ends.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HoldEnds {

    @Inject
    private Tickets tickets;

    @Inject
    private LevelChange levels;

    @Inject
    private Clock clock;

    /** Ids of tickets whose hold has ended, in their order after the one given. */
    public List<Long> ended(long after, int limit) {
        return tickets.holdsEnded(clock.instant(), after, limit);
    }

    /** @return whether the ticket goes on now; not when somebody else has it in hand, or was faster */
    public boolean resume(long ticketId) {
        List<Ticket> locked = tickets.lock(List.of(ticketId));
        return !locked.isEmpty() && levels.resumeIfEnded(locked.get(0));
    }
}
