package org.countersign.vendor.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.countersign.kernel.persistence.LikePattern;
import org.countersign.vendor.model.Vendor;
import org.countersign.vendor.model.Vendors;

/** {@link Vendors} in the database. */
@ApplicationScoped
public class JpaVendors implements Vendors {

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(Vendor vendor) {
        em.persist(vendor);
    }

    @Override
    public Optional<Vendor> byCode(String code) {
        return em.createQuery("select v from Vendor v where v.code = :code", Vendor.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Vendor> byId(long id) {
        return Optional.ofNullable(em.find(Vendor.class, id));
    }

    @Override
    public boolean anyAt(String email) {
        return !em.createQuery("select v.id from Vendor v where v.email = :email", Long.class)
                .setParameter("email", email)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public Optional<Vendor> lock(String code) {
        return em.createQuery("select v from Vendor v where v.code = :code", Vendor.class)
                .setParameter("code", code)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Vendor> all() {
        return em.createQuery("select v from Vendor v order by v.code", Vendor.class)
                .setHint("eclipselink.batch", "v.targets")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList();
    }

    @Override
    public List<Vendor> page(String text, String afterCode, int limit) {
        return em.createQuery(
                        "select v from Vendor v where v.code > :after and (lower(v.name) like :text or lower(v.code) like :text) order by v.code",
                        Vendor.class)
                .setParameter("text", LikePattern.containing(text))
                .setParameter("after", afterCode == null ? "" : afterCode)
                .setMaxResults(limit)
                .setHint("eclipselink.batch", "v.targets")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList();
    }

    @Override
    public void flush(Vendor changed) {
        // A promise is a row of its own, which leaves the vendor's as it is.
        em.lock(changed, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();
    }
}
