package org.countersign.ticket.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.ticket.service.ClosedTicket;
import org.countersign.ticket.service.ClosedTicketFacts;
import org.countersign.ticket.service.ClosedTicketViews;

/** {@link ClosedTicketViews} in the database. */
@ApplicationScoped
public class JpaClosedTicketViews implements ClosedTicketViews {

    private static final String CLOSED = " t.state = org.countersign.ticket.model.TicketState.CLOSED";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<ClosedTicket> between(long contractId, Instant from, Instant until) {
        return em.createQuery(
                        "select new org.countersign.ticket.service.ClosedTicket(t.id, t.number, t.closedAt) from Ticket t"
                                + " where t.contractId = :contract and t.closedAt >= :from and t.closedAt < :until and"
                                + CLOSED + " order by t.id",
                        ClosedTicket.class)
                .setParameter("contract", contractId)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }

    @Override
    public Optional<ClosedTicketFacts> facts(long ticketId) {
        return em.createQuery(
                        "select new org.countersign.ticket.service.ClosedTicketFacts(t.id, t.number, t.kind, t.priority, t.impact,"
                                + " t.urgency, t.level, t.channel, t.summary, t.description, t.service, t.environment, t.assigneeId,"
                                + " a.displayName, t.receivedAt, t.responseDue, t.respondedAt, t.resolutionDue, t.resolvedAt,"
                                + " t.closedAt, t.rejections, r.proposedById, p.displayName, r.text, c.name, x.acceptedAt, x.manner,"
                                + " x.comment, x.authorisationId, x.authorisedFrom,"
                                + " (select count(m) from TicketMessage m where m.ticketId = t.id))"
                                + " from Ticket t join t.resolution r join t.acceptance x join Account p on p.id = r.proposedById"
                                + " join Contact c on c.id = x.contactId left join Account a on a.id = t.assigneeId"
                                + " where t.id = :id and" + CLOSED,
                        ClosedTicketFacts.class)
                .setParameter("id", ticketId)
                .getResultStream()
                .findFirst();
    }
}
