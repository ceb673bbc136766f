package org.countersign.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.countersign.intake.model.Mailbox;
import org.countersign.intake.model.Mailboxes;

/** {@link Mailboxes} in the database. */
@ApplicationScoped
public class JpaMailboxes implements Mailboxes {

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(Mailbox mailbox) {
        em.persist(mailbox);
    }

    @Override
    public Optional<Mailbox> byId(long id) {
        return Optional.ofNullable(em.find(Mailbox.class, id));
    }

    @Override
    public Optional<Mailbox> lock(String address) {
        return em.createQuery("select m from Mailbox m where m.address = :address", Mailbox.class)
                .setParameter("address", address)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Mailbox> byAddresses(Collection<String> addresses) {
        return addresses.isEmpty()
                ? List.of()
                : em.createQuery("select m from Mailbox m where m.address in :addresses", Mailbox.class)
                        .setParameter("addresses", addresses)
                        .getResultList();
    }

    @Override
    public Optional<Mailbox> ofContract(long contractId) {
        return em.createQuery("select m from Mailbox m where m.contractId = :contract order by m.id", Mailbox.class)
                .setParameter("contract", contractId)
                .setMaxResults(1)
                // Asked while what is to be told is not written yet; nobody changes a mailbox and has mail sent in one transaction.
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Mailbox> all() {
        return em.createQuery("select m from Mailbox m order by m.address", Mailbox.class).getResultList();
    }
}
