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
 * Lets tickets go on whose hold has ended. A ticket is claimed, resumed and told of in one transaction: on two nodes, or with a clock that goes
 * back, each hold ends once. The ticket's clock does not wait for it: the log says when the hold ends.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HoldEndSweep {

    /** Tickets of one transaction. */
    static final int BATCH = 50;

    @Inject
    private Tickets tickets;

    @Inject
    private LevelChange levels;

    @Inject
    private Clock clock;

    /** @return how many go on; fewer than {@value #BATCH} when none is left whose hold has ended */
    public int resume() {
        List<Ticket> ended = tickets.claimHoldsEnded(clock.instant(), BATCH);
        ended.forEach(levels::resume);
        return ended.size();
    }
}
