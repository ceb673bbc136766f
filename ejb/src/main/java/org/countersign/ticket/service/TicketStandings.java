package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketStanding;
import org.countersign.ticket.model.Tickets;

/** How tickets stand under the terms that they follow, for areas that watch over them within a transaction; no customer leads here. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.CONTACT_ROLE, Role.MAIL_GATEWAY_ROLE, Role.SYSTEM})
public class TicketStandings {

    @Inject
    private Tickets tickets;

    @Inject
    private CustomerDirectory customers;

    /** The ticket as it stands now; one that the running transaction has in hand is not read again. */
    public TicketStanding of(long ticketId) {
        Ticket ticket = tickets.byId(ticketId).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", ticketId));
        return ticket.standing(customers.agreedThen(ticket.contractId(), ticket.contractVersion(), ticket.calendarRevision()));
    }
}
