package org.countersign.escalation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.countersign.escalation.model.DueEscalation;
import org.countersign.escalation.model.Escalation;
import org.countersign.escalation.model.Escalations;

/** {@link Escalations} in the database. */
@ApplicationScoped
public class JpaEscalations implements Escalations {

    private static final String DUE = "select new org.countersign.escalation.model.DueEscalation(e.id, e.ticketId, e.nextAttemptAt)"
            + " from Escalation e where e.nextAttemptAt <= :now";

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(Escalation escalation) {
        em.persist(escalation);
    }

    @Override
    public List<Escalation> ofTicket(long ticketId) {
        return ofTickets(List.of(ticketId));
    }

    @Override
    public List<Escalation> ofTickets(Collection<Long> ticketIds) {
        return ticketIds.isEmpty()
                ? List.of()
                : em.createQuery("select e from Escalation e where e.ticketId in :tickets order by e.id", Escalation.class)
                        .setParameter("tickets", ticketIds)
                        .getResultList();
    }

    @Override
    public List<DueEscalation> due(Instant now, DueEscalation after, int limit) {
        String beyond = after == null ? "" : " and (e.nextAttemptAt > :since or (e.nextAttemptAt = :since and e.id > :id))";
        TypedQuery<DueEscalation> query =
                em.createQuery(DUE + beyond + " order by e.nextAttemptAt, e.id", DueEscalation.class).setParameter("now", now);
        if (after != null) {
            query.setParameter("since", after.since()).setParameter("id", after.id());
        }
        return query.setMaxResults(limit).getResultList();
    }

    @Override
    public List<Escalation> lockWaiting(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // Written by hand because the query language has no SKIP LOCKED; both databases have.
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        List<Long> locked = new ArrayList<>();
        for (Object id : em.createNativeQuery(
                        "SELECT id FROM escalation WHERE id IN (" + list + ") AND state = 'WAITING' ORDER BY id FOR UPDATE SKIP LOCKED")
                .getResultList()) {
            locked.add(((Number) id).longValue());
        }
        return locked.isEmpty()
                ? List.of()
                : em.createQuery("select e from Escalation e where e.id in :ids order by e.dueAt, e.id", Escalation.class)
                        .setParameter("ids", locked)
                        .getResultList();
    }
}
