package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketAction;
import org.countersign.ticket.model.TicketEvent.ManagerNamed;
import org.countersign.ticket.model.Tickets;

/** What the system does to tickets by the rules of their contracts. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class TicketEscalation {

    @Inject
    private Tickets tickets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private AccountDirectory accounts;

    @Inject
    private TicketTerms terms;

    @Inject
    private LevelChange levels;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Takes tickets in hand until the transaction ends and brings them up to the terms in force. A hold that has ended is over for them, so that
     * what falls due right after it finds the ticket at work.
     *
     * @return ids of those that nobody else has in hand
     */
    public List<Long> takeInHand(Collection<Long> ids) {
        Map<Long, ContractTerms> inForce = new HashMap<>();
        List<Ticket> locked = tickets.lock(ids);
        for (Ticket ticket : locked) {
            terms.upToDate(ticket, inForce.computeIfAbsent(ticket.contractId(), customers::contract));
            levels.resumeIfEnded(ticket);
        }
        return locked.stream().map(Ticket::id).toList();
    }

    /**
     * Raises a ticket to a support level.
     *
     * @return false when it is there, or above, already, or is in a state in which nobody could
     */
    public boolean raise(long ticketId, SupportLevel level, String reason) {
        Ticket ticket = find(ticketId);
        if (level.compareTo(ticket.level()) <= 0 || !ticket.state().legalActions().contains(TicketAction.ESCALATE)) {
            return false;
        }
        levels.escalate(ticket, level, reason);
        return true;
    }

    /**
     * Names the person who answers for a ticket from now on.
     *
     * @return false when it is this person already, or the account is not active any more
     */
    public boolean nameManager(long ticketId, String account, String reason) {
        Ticket ticket = find(ticketId);
        Caller manager = accounts.activeStaff(account).orElse(null);
        if (manager == null || Long.valueOf(manager.accountId()).equals(ticket.managerId())) {
            return false;
        }
        String from = accounts.nameOf(ticket.managerId());
        ticket.nameManager(manager.accountId(), clock.instant());
        events.fire(new ManagerNamed(ticket.ref(), from, manager.name(), reason));
        return true;
    }

    private Ticket find(long ticketId) {
        return tickets.byId(ticketId).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", ticketId));
    }
}
