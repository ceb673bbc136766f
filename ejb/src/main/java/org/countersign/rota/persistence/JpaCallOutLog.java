package org.countersign.rota.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.kernel.persistence.InstantConverter;
import org.countersign.rota.model.CallOut;
import org.countersign.rota.model.CallOutLog;

/** {@link CallOutLog} in the database. */
@ApplicationScoped
public class JpaCallOutLog implements CallOutLog {

    // Written by hand because the query language has no SKIP LOCKED; both databases have.
    private static final String DUE =
            "SELECT id FROM call_out WHERE backup_due_at <= ?1 ORDER BY backup_due_at, id LIMIT ?2 FOR UPDATE SKIP LOCKED";

    private static final InstantConverter INSTANTS = new InstantConverter();

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(CallOut callOut) {
        em.persist(callOut);
        em.flush();
    }

    @Override
    public Optional<CallOut> lock(long id) {
        return Optional.ofNullable(em.find(CallOut.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<CallOut> byId(long id) {
        return Optional.ofNullable(em.find(CallOut.class, id));
    }

    @Override
    public List<CallOut> lockOpenOf(String ticketNumber) {
        return em.createQuery(
                        "select c from CallOut c where c.ticketNumber = :ticket and c.acknowledgedAt is null and c.overAt is null"
                                + " order by c.calledAt, c.id",
                        CallOut.class)
                .setParameter("ticket", ticketNumber)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @Override
    public List<CallOut> ofTicket(String ticketNumber) {
        return em.createQuery("select c from CallOut c where c.ticketNumber = :ticket order by c.calledAt, c.id", CallOut.class)
                .setParameter("ticket", ticketNumber)
                .getResultList();
    }

    @Override
    public List<CallOut> latest(long rotaId, int limit) {
        return em.createQuery("select c from CallOut c where c.rotaId = :rota order by c.calledAt desc, c.id desc", CallOut.class)
                .setParameter("rota", rotaId)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<CallOut> claimDue(Instant now, int limit) {
        List<Long> ids = new ArrayList<>();
        for (Object id : em.createNativeQuery(DUE)
                .setParameter(1, INSTANTS.convertToDatabaseColumn(now))
                .setParameter(2, limit)
                .getResultList()) {
            ids.add(((Number) id).longValue());
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select c from CallOut c where c.id in :ids order by c.calledAt, c.id", CallOut.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
