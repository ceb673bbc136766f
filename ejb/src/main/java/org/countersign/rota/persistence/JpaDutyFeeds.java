package org.countersign.rota.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.countersign.rota.model.DutyFeed;
import org.countersign.rota.model.DutyFeeds;

/** {@link DutyFeeds} in the database. */
@ApplicationScoped
public class JpaDutyFeeds implements DutyFeeds {

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(DutyFeed feed) {
        em.persist(feed);
    }

    @Override
    public Optional<DutyFeed> byHash(String secretHash) {
        return em.createQuery("select f from DutyFeed f where f.secretHash = :hash and f.revokedAt is null", DutyFeed.class)
                .setParameter("hash", secretHash)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<DutyFeed> ofAccount(long accountId) {
        return em.createQuery(
                        "select f from DutyFeed f where f.accountId = :account and f.revokedAt is null order by f.createdAt desc, f.id desc",
                        DutyFeed.class)
                .setParameter("account", accountId)
                .getResultList();
    }
}
