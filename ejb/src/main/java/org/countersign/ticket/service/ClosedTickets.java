package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;

/** Closed work as quality control asks for it. It reads only: nothing reopens a closed ticket. */
@Stateless
@RolesAllowed({Role.QUALITY_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.SYSTEM})
public class ClosedTickets {

    @Inject
    private ClosedTicketViews views;

    /** The tickets of a contract that closed from {@code from} on and before {@code until}, in the order of their registration. */
    public List<ClosedTicket> between(long contractId, Instant from, Instant until) {
        return views.between(contractId, from, until);
    }

    /**
     * One closed ticket.
     *
     * @throws BusinessRuleViolation {@code not-found} also for a ticket that is not closed
     */
    public ClosedTicketFacts facts(long ticketId) {
        return views.facts(ticketId).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", ticketId));
    }
}
