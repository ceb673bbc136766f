package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.QueueOrder;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.ticket.model.Queue;
import org.countersign.ticket.model.Queues;
import org.countersign.ticket.model.Ticket;

/** Who waits in which queue, in which order, and who was passed. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
public class QueueQueries {

    private static final int LATEST = 50;

    @Inject
    private QueueViews views;

    @Inject
    private Queues queues;

    @Inject
    private TicketAccess access;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    /** The queues in which somebody waits, by contract and level. */
    public List<QueueView.Summary> waiting() {
        return views.waiting();
    }

    /**
     * A queue.
     *
     * @param contract code of the contract
     * @throws BusinessRuleViolation {@code not-found}, {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public QueueView queue(String contract, SupportLevel level, Integer limit, String after) {
        ContractTerms terms = customers.contract(contract);
        Queue queue = new Queue(terms.id(), level);
        QueueOrder order = terms.agreement().queue().order();
        Instant now = clock.instant();
        int rows = CursorPage.limit(limit);
        CursorPage<WaitingTicket> line = CursorPage.of(
                views.line(queue, order, now, rows, after), rows, ticket -> Cursor.of(ticket.priority(), ticket.queuePosition()));
        return new QueueView(terms.code(), terms.name(), level, order, views.count(queue), now, line);
    }

    /** The overtakings of a queue, latest first. */
    public CursorPage<OvertakingRow> overtakings(String contract, SupportLevel level, OvertakingFilter filter, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        Queue queue = new Queue(customers.contract(contract).id(), level);
        return CursorPage.of(views.overtakings(queue, filter, rows, after), rows, row -> Cursor.of(row.takenAt(), row.id()));
    }

    /**
     * How a ticket stands in its queue.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public PlaceInLine place(String number) {
        Ticket ticket = access.find(number, access.caller());
        QueueOrder order = customers.contract(ticket.contractId()).agreement().queue().order();
        List<Long> before = ticket.isUntaken() ? queues.before(ticket, order, TurnInQueue.NAMED) : List.of();
        return new PlaceInLine(
                order,
                ticket.isUntaken(),
                before.size() < TurnInQueue.NAMED ? before.size() : queues.countBefore(ticket, order),
                before.isEmpty() ? null : Ticket.numberOf(before.get(0)),
                views.by(ticket.id(), LATEST),
                views.of(ticket.id(), LATEST));
    }
}
