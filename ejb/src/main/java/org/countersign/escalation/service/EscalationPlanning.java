package org.countersign.escalation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.EscalationRule;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.escalation.model.Escalation;
import org.countersign.escalation.model.EscalationPolicy;
import org.countersign.escalation.model.Escalations;
import org.countersign.escalation.model.Outlook;
import org.countersign.rota.model.RotaCovers;
import org.countersign.ticket.model.TicketEvent;
import org.countersign.ticket.model.TicketEvent.FileAttached;
import org.countersign.ticket.model.TicketEvent.MessagePosted;
import org.countersign.ticket.model.TicketEvent.TicketClockMoved;
import org.countersign.ticket.model.TicketEvent.TicketOvertook;
import org.countersign.ticket.model.TicketEvent.TicketRegistered;
import org.countersign.ticket.model.TicketEvent.TicketReleased;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.TicketStanding;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Visibility;
import org.countersign.ticket.service.TermsFollower;
import org.countersign.ticket.service.TicketStandings;

/**
 * Keeps the escalations of tickets as their contracts ask for them, in the transaction of whatever happens to the ticket. It writes rows and
 * nothing else; a contract without rules costs nothing.
 */
@ApplicationScoped
public class EscalationPlanning implements TermsFollower {

    /** Tickets that the sweep of this thread has in hand; it lets their escalations follow by itself, without reading them each time. */
    private static final ThreadLocal<Collection<Long>> IN_HAND = ThreadLocal.withInitial(List::of);

    @Inject
    private Escalations escalations;

    @Inject
    private TicketStandings tickets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private RotaCovers covers;

    @Inject
    private Clock clock;

    void changed(@Observes TicketEvent event) {
        if (saysNothingOfTheClock(event) || IN_HAND.get().contains(event.ticket().id())) {
            return;
        }
        TicketStanding ticket = tickets.of(event.ticket().id());
        boolean isNew = event instanceof TicketRegistered;
        if (!ticket.agreement().escalation().isEmpty()) {
            // Of a new ticket there is nothing yet that could be read.
            follow(ticket, isNew ? new ArrayList<>() : new ArrayList<>(escalations.ofTicket(ticket.ref().id())));
        }
        if (isNew || event instanceof TicketReleased) {
            callAfterHours(ticket);
        }
    }

    private static boolean saysNothingOfTheClock(TicketEvent event) {
        return event instanceof FileAttached
                // Told before anything of the ticket is written, so that what is read now may have been settled by then.
                || event instanceof TicketOvertook
                // What the ticket follows then is told to the method below.
                || event instanceof TicketClockMoved
                || event instanceof MessagePosted posted && (posted.byCustomer() || posted.visibility() != Visibility.PUBLIC);
    }

    /** Does something with tickets whose escalations follow by {@link #follow} alone. */
    void inHand(Collection<Long> tickets, Runnable work) {
        IN_HAND.set(tickets);
        try {
            work.run();
        } finally {
            IN_HAND.remove();
        }
    }

    @Override
    public void followsOtherTerms(TicketRef ticket, int fromVersion, int fromRevision) {
        TicketStanding standing = tickets.of(ticket.id());
        boolean none = standing.agreement().escalation().isEmpty()
                && customers.agreedThen(ticket.contractId(), fromVersion, fromRevision).agreement().escalation().isEmpty();
        if (!none) {
            follow(standing, new ArrayList<>(escalations.ofTicket(ticket.id())));
        }
    }

    /**
     * Brings the escalations of a ticket to what its contract asks for now.
     *
     * @param rows all that there are of it; those that are new are added
     */
    void follow(TicketStanding ticket, List<Escalation> rows) {
        Instant now = clock.instant();
        List<EscalationRule> rules = ticket.agreement().escalation();
        for (EscalationRule rule : rules) {
            Outlook outlook = EscalationPolicy.of(rule, ticket);
            Optional<Escalation> row = rowOf(rule.rule(), outlook.occasion(), rows);
            if (row.isPresent()) {
                row.get().follow(outlook, ticket.version(), ticket.revision(), now);
            } else if (outlook.isToCome()) {
                Escalation next = new Escalation(ticket.ref(), rule.rule(), outlook, ticket.version(), ticket.revision());
                escalations.add(next);
                rows.add(next);
            }
        }
        for (Escalation row : rows) {
            if (row.isWaiting() && row.rule().equals(EscalationRule.AFTER_HOURS)) {
                row.follow(EscalationPolicy.afterHours(ticket, row.dueAt()), ticket.version(), ticket.revision(), now);
            } else if (row.isWaiting() && rules.stream().noneMatch(rule -> rule.rule().equals(row.rule()))) {
                row.settle(Outlook.NOT_ASKED, now);
            }
        }
    }

    /** The row of this very occasion, else the one that has not fired yet, which moves on to it. */
    private static Optional<Escalation> rowOf(String rule, int occasion, List<Escalation> rows) {
        List<Escalation> ofRule = rows.stream().filter(row -> row.rule().equals(rule)).toList();
        return ofRule.stream()
                .filter(row -> row.occasion() == occasion)
                .findFirst()
                .or(() -> ofRule.stream().filter(row -> !row.isFired()).findFirst());
    }

    /** Outside the service hours of a contract that a rota covers, who is on duty is called for a new ticket (M53). */
    private void callAfterHours(TicketStanding ticket) {
        Instant now = clock.instant();
        if (ticket.state() == TicketState.NEW
                && !ticket.calendar().isOpen(now)
                && covers.coverOf(ticket.ref().contractId(), now).isPresent()) {
            escalations.add(new Escalation(
                    ticket.ref(), EscalationRule.AFTER_HOURS, EscalationPolicy.afterHours(ticket, now), ticket.version(), ticket.revision()));
        }
    }
}
