package org.countersign.ticket.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.QueueOrder;
import org.countersign.identity.model.Caller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Overtaking;
import org.countersign.ticket.model.Queue;
import org.countersign.ticket.model.Queues;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.TicketOvertook;
import org.countersign.ticket.model.Tickets;

/** Whose turn it is in a queue, and what is put down when somebody else's was taken. */
@ApplicationScoped
class TurnInQueue {

    /** So many of those who were passed are kept by name; all are counted. */
    static final int NAMED = 1000;

    @Inject
    private TicketAccess access;

    @Inject
    private Tickets tickets;

    @Inject
    private Queues queues;

    @Inject
    private TicketTerms terms;

    @Inject
    private Event<DomainEvent> events;

    /**
     * The ticket for a step that may take it, as {@link TicketAccess#find(String, Caller, Long)} has it. Until the transaction ends nobody else
     * takes one from its queue, which is held before the ticket is: whoever has the queue may be about to write the same ticket.
     *
     * @throws BusinessRuleViolation {@code changed-meanwhile}, also when it went to another queue at this very moment
     */
    Ticket find(String number, Caller caller, Long expectedVersion) {
        Ticket seen = access.find(number, caller);
        Queue queue = seen.isUntaken() ? seen.queue() : null;
        if (queue != null) {
            queues.hold(queue);
        }
        Ticket ticket = access.find(number, caller, expectedVersion);
        if (ticket.isUntaken() && !ticket.queue().equals(queue)) {
            throw BusinessRuleViolation.stale(number);
        }
        return ticket;
    }

    /**
     * A ticket from {@link #find} is about to be taken: puts down whom it passes.
     *
     * @param reason why it is taken before its turn, or {@code null}
     * @throws BusinessRuleViolation {@code overtaking-without-reason}
     */
    void taken(Ticket ticket, Caller by, String reason, Instant now) {
        if (!ticket.isUntaken()) {
            return;
        }
        ContractTerms said = terms.of(ticket);
        QueueOrder order = said.agreement().queue().order();
        List<Long> passed = queues.before(ticket, order, NAMED);
        if (passed.isEmpty()) {
            return;
        }
        long count = passed.size() < NAMED ? passed.size() : queues.countBefore(ticket, order);
        Overtaking overtaking = new Overtaking(ticket, order, count, passed.get(0), by.accountId(), reason, now);
        queues.add(overtaking, passed);
        events.fire(new TicketOvertook(
                ticket.ref(),
                overtaking.id(),
                said.code() + "/" + ticket.level(),
                order,
                count,
                overtaking.firstOvertaken(),
                overtaking.reason()));
    }

    /** The first in line, for whoever takes it in this transaction; until it ends nobody else takes one from the queue. */
    Optional<Ticket> first(Queue queue, QueueOrder order) {
        queues.hold(queue);
        while (true) {
            Optional<Ticket> first = queues.first(queue, order);
            if (first.isEmpty()) {
                return first;
            }
            // Whoever had it in hand may have sent it elsewhere; then another is the first.
            Ticket ticket = tickets.lock(first.get().number()).orElseThrow();
            if (ticket.isWaitingIn(queue)) {
                return Optional.of(ticket);
            }
        }
    }
}
