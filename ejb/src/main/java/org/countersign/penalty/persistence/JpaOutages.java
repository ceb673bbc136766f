package org.countersign.penalty.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.penalty.model.Downtime;
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
    public List<Downtime> downtimes(long contractId, String service, Instant from, Instant until) {
        return em
                .createQuery(
                        "select new org.countersign.penalty.model.Downtime(o.id, o.start, o.end, o.cause) from Outage o"
                                + " where o.contractId = :contract and lower(o.service) = lower(:service) and o.withdrawnAt is null"
                                + " and o.start < :until and (o.end is null or o.end > :from) order by o.start, o.id",
                        Downtime.class)
                .setParameter("contract", contractId)
                .setParameter("service", service)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }

    @Override
    public void flush() {
        em.flush();
    }
}
