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

/** Whose turn it is in a queue, and what is put down when somebody else's was taken. */
@ApplicationScoped
class TurnInQueue {

    /** So many of those who were passed are kept by name; all are counted. */
    static final int NAMED = 1000;

    @Inject
    private Queues queues;

    @Inject
    private TicketTerms terms;

    @Inject
    private Event<DomainEvent> events;

    /**
     * A ticket is about to be taken: puts down whom it passes. Until the transaction ends nobody else takes one from its queue. To be asked
     * before anything of the ticket changes.
     *
     * @param reason why it is taken before its turn, or {@code null}
     * @throws BusinessRuleViolation {@code overtaking-without-reason}
     */
    void taken(Ticket ticket, Caller by, String reason, Instant now) {
        if (!ticket.isUntaken()) {
            return;
        }
        // Before anything of the ticket is written: whoever holds the queue may be about to write the same ticket.
        queues.hold(ticket.queue());
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
        return queues.first(queue, order);
    }
}
