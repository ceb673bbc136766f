package org.countersign.identity.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.ApiToken;
import org.countersign.identity.model.Role;

/** {@link Accounts} in the database. */
@ApplicationScoped
public class JpaAccounts implements Accounts {

    @PersistenceContext
    private EntityManager em;

    @Override
    public Optional<Account> byName(String name) {
        return em.createQuery("select a from Account a where a.name = :name", Account.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Account> byId(long id) {
        return Optional.ofNullable(em.find(Account.class, id));
    }

    @Override
    public Optional<Account> byContact(long contactId) {
        return em.createQuery("select a from Account a where a.contactId = :contact", Account.class)
                .setParameter("contact", contactId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<ApiToken> tokenByHash(String tokenHash) {
        return em.createQuery("select t from ApiToken t where t.tokenHash = :hash", ApiToken.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Account> agents() {
        return em.createQuery(
                        "select distinct a from Account a join a.roles r where r = :agent and a.active = true order by a.displayName",
                        Account.class)
                .setParameter("agent", Role.AGENT)
                .setHint("eclipselink.batch", "a.roles")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList();
    }

    @Override
    public Optional<ApiToken> tokenById(long id) {
        return Optional.ofNullable(em.find(ApiToken.class, id));
    }

    @Override
    public List<ApiToken> tokensOf(long accountId) {
        return em.createQuery("select t from ApiToken t where t.accountId = :account order by t.createdAt desc, t.id desc", ApiToken.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    @Override
    public long countActive(Role role) {
        return em.createQuery("select count(a) from Account a join a.roles r where r = :role and a.active = true", Long.class)
                .setParameter("role", role)
                .getSingleResult();
    }

    @Override
    public boolean isEmpty() {
        return em.createQuery("select a.id from Account a", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public void add(Account account) {
        em.persist(account);
        em.flush();
    }

    @Override
    public void add(ApiToken token) {
        em.persist(token);
    }
}
