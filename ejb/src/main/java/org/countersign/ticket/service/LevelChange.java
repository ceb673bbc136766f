package org.countersign.ticket.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.TicketEscalated;
import org.countersign.ticket.model.TicketEvent.TicketHandedBack;
import org.countersign.ticket.model.TicketEvent.TicketPutToCustomer;
import org.countersign.ticket.model.TicketEvent.TicketResumed;

/** How tickets go from level to level and on from a hold, by a person or by a rule, also to and from a level that the customer works (M19). */
@ApplicationScoped
class LevelChange {

    /** What a hold keeps of a reason. */
    private static final int LONGEST_NOTE = 1000;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private TicketTerms terms;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    void escalate(Ticket ticket, SupportLevel level, String reason) {
        SupportLevel from = ticket.level();
        boolean ofCustomer = customers.agreedThen(ticket.contractId(), ticket.contractVersion(), ticket.calendarRevision())
                .agreement()
                .levels()
                .isOfCustomer(level);
        ticket.escalate(level, reason, clock.instant());
        if (ofCustomer) {
            String note = reason.length() > LONGEST_NOTE ? reason.substring(0, LONGEST_NOTE) : reason;
            ticket.putToCustomer(note, terms.of(ticket), clock.instant());
        }
        events.fire(new TicketEscalated(ticket.ref(), from, level, reason));
        if (ofCustomer) {
            events.fire(new TicketPutToCustomer(ticket.ref(), level, reason));
        }
    }

    /** Work goes on; what was with the customer's own staff is taken back. */
    void resume(Ticket ticket) {
        ContractTerms now = terms.of(ticket);
        if (ticket.isWithCustomer(now.agreement())) {
            handBack(ticket, now, false);
            return;
        }
        ticket.resume(now, clock.instant());
        events.fire(new TicketResumed(ticket.ref()));
    }

    /**
     * Lets a ticket go on whose hold has an end that has come.
     *
     * @return whether it does
     */
    boolean resumeIfEnded(Ticket ticket) {
        if (ticket.holdUntil() == null || ticket.holdUntil().isAfter(clock.instant())) {
            return false;
        }
        resume(ticket);
        return true;
    }

    void handBack(Ticket ticket, ContractTerms now, boolean byCustomer) {
        SupportLevel from = ticket.level();
        ticket.handBack(now, clock.instant());
        events.fire(new TicketResumed(ticket.ref()));
        events.fire(new TicketHandedBack(ticket.ref(), from, ticket.level(), byCustomer));
    }
}
