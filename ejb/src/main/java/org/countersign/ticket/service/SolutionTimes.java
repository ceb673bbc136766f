package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.AgreedThen;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.serviceclock.model.ServiceClock;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.Tickets;

/** How long solutions took, as the clock of each ticket says (M4). */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class SolutionTimes {

    /** Tickets read at a time, each with its log. */
    public static final int PAGE = 500;

    @Inject
    private Tickets tickets;

    @Inject
    private CustomerDirectory customers;

    /**
     * One page of a contract's tickets whose standing solution was proposed in a span. A page has a transaction of its own, so that what was
     * read for it is let go.
     *
     * @param until exclusive
     * @param after id of the last ticket of the page before, 0 for the first page
     * @return by id, at most {@link #PAGE}; the last page has fewer
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<SolutionTime> page(long contractId, Instant from, Instant until, long after) {
        return tickets.solved(contractId, from, until, after, PAGE).stream()
                .map(ticket -> new SolutionTime(ticket.id(), ticket.priority(), taken(ticket)))
                .toList();
    }

    private Duration taken(Ticket ticket) {
        AgreedThen agreed = customers.agreedThen(ticket.contractId(), ticket.contractVersion(), ticket.calendarRevision());
        return ticket.clock(agreed.agreement(), agreed.calendar())
                .target(ServiceTarget.RESOLUTION)
                .map(target -> target.consumed(ticket.resolvedAt()))
                .orElseGet(() -> ServiceClock.elapsed(agreed.calendar(), ticket.receivedAt(), ticket.resolvedAt(), List.of()));
    }
}
