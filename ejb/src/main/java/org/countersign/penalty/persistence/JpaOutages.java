package org.countersign.penalty.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.countersign.customer.model.OutageCause;
import org.countersign.penalty.model.Downtime;
import org.countersign.penalty.model.Downtimes;
import org.countersign.penalty.model.Outage;
import org.countersign.penalty.model.Outages;

/** {@link Outages} in the database. */
@ApplicationScoped
public class JpaOutages implements Outages {

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(Outage outage) {
        em.persist(outage);
        em.flush();
    }

    @Override
    public Optional<Outage> lock(long id) {
        return Optional.ofNullable(em.find(Outage.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<Long> known(String key) {
        return em.createQuery("select o.id from Outage o where o.liveKey = :key", Long.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Downtimes downtimes(long contractId, Instant from, Instant until) {
        Downtimes found = new Downtimes();
        em.createQuery(
                        "select o.service, o.id, o.start, o.end, o.cause from Outage o where o.contractId = :contract"
                                + " and o.withdrawnAt is null and o.start < :until and (o.end is null or o.end > :from)"
                                + " order by o.start, o.id",
                        Object[].class)
                .setParameter("contract", contractId)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .forEach(row -> found.add(
                        (String) row[0], new Downtime((Long) row[1], (Instant) row[2], (Instant) row[3], (OutageCause) row[4])));
        return found;
    }

    @Override
    public void flush() {
        em.flush();
    }
}
