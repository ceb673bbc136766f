package org.countersign.kernel.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.countersign.kernel.lease.Lease;
import org.countersign.kernel.lease.LeaseStore;

/** {@link LeaseStore} in the database; each step is decided by one statement. */
@ApplicationScoped
public class JpaLeaseStore implements LeaseStore {

    @PersistenceContext
    private EntityManager em;

    @Override
    public boolean take(String name, String holder, Instant now, Instant until) {
        if (update("(l.holder = :holder or l.heldUntil <= :now)", name, holder, now, until)) {
            return true;
        }
        boolean held = em.createQuery("select count(l) from Lease l where l.name = :name", Long.class)
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
        if (!held) {
            em.persist(new Lease(name, holder, until));
            em.flush();
        }
        return !held;
    }

    @Override
    public boolean extend(String name, String holder, Instant now, Instant until) {
        return update("l.holder = :holder and l.heldUntil > :now", name, holder, now, until);
    }

    @Override
    public void drop(String name, String holder) {
        em.createQuery("delete from Lease l where l.name = :name and l.holder = :holder")
                .setParameter("name", name)
                .setParameter("holder", holder)
                .executeUpdate();
    }

    private boolean update(String condition, String name, String holder, Instant now, Instant until) {
        return em.createQuery("update Lease l set l.holder = :holder, l.heldUntil = :until where l.name = :name and " + condition)
                        .setParameter("name", name)
                        .setParameter("holder", holder)
                        .setParameter("now", now)
                        .setParameter("until", until)
                        .executeUpdate()
                == 1;
    }
}
