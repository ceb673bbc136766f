package org.countersign.ticket.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.TicketClockMoved;

/** What counts for a ticket now, with the ticket brought up to it, so that whatever is done next starts from there. */
@ApplicationScoped
class TicketTerms {

    @Inject
    private CustomerDirectory customers;

    @Inject
    private TermsFollower follower;

    @Inject
    private Event<DomainEvent> events;

    /** @param ticket of the running transaction */
    ContractTerms of(Ticket ticket) {
        ContractTerms terms = customers.contract(ticket.contractId());
        upToDate(ticket, terms);
        return terms;
    }

    /**
     * Recomputes a ticket that is behind, with one event when anything moved.
     *
     * @return whether it did
     */
    boolean upToDate(Ticket ticket, ContractTerms terms) {
        if (!ticket.isBehind(terms)) {
            return false;
        }
        int version = ticket.contractVersion();
        int revision = ticket.calendarRevision();
        String why = ticket.contractVersion() != terms.version()
                ? "CONTRACT_VERSION " + ticket.contractVersion() + " → " + terms.version()
                : "CALENDAR " + terms.agreement().calendar() + " " + ticket.calendarRevision() + " → " + terms.calendarRevision();
        List<String> moved = ticket.recompute(terms);
        if (!moved.isEmpty()) {
            events.fire(new TicketClockMoved(ticket.ref(), why, String.join("\n", moved)));
        }
        follower.followsOtherTerms(ticket.ref(), version, revision);
        return !moved.isEmpty();
    }
}
