package org.countersign.ticket.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.countersign.identity.model.Caller;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.Tickets;

/** Finds the ticket a call is about, for callers who may know of it; the one place that decides this. */
@ApplicationScoped
class TicketAccess {

    @Inject
    private Tickets tickets;

    @Inject
    private CurrentCaller currentCaller;

    Caller caller() {
        return currentCaller.get();
    }

    /**
     * The ticket.
     *
     * @throws BusinessRuleViolation {@code not-found} when there is none, or it is another organisation's: the same answer
     */
    Ticket find(String number, Caller caller) {
        return tickets.byNumber(number)
                .filter(ticket -> !caller.isContact() || ticket.organisationId() == caller.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.notFound("ticket", number));
    }

    /**
     * The ticket, if it is still the version that the caller saw.
     *
     * @param expectedVersion what the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code changed-meanwhile}
     */
    Ticket find(String number, Caller caller, Long expectedVersion) {
        Ticket ticket = find(number, caller);
        if (expectedVersion != null && expectedVersion != ticket.version()) {
            throw BusinessRuleViolation.stale(number);
        }
        return ticket;
    }
}
