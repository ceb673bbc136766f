package org.countersign.identity.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.ApiToken;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.PasswordHash;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SignedIn;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.model.Theme;

/** {@link Accounts} in the database. */
@ApplicationScoped
public class JpaAccounts implements Accounts {

    private static final String CALLER = "select a.id, a.name, a.displayName, a.email, a.organisationId, a.contactId, a.supportLevel,"
            + " a.language, a.zone, a.theme, r";

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
    public Map<String, String> displayNames(Collection<String> names) {
        return names.isEmpty()
                ? Map.of()
                : em.createQuery("select a.name, a.displayName from Account a where a.name in :names", Object[].class)
                        .setParameter("names", names)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    @Override
    public Optional<Account> lock(String name) {
        return em.createQuery("select a from Account a where a.name = :name", Account.class)
                .setParameter("name", name)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true)
                .getResultStream()
                .findFirst();
    }

    @Override
    public long lockActive(Role role) {
        List<Long> ids = em.createQuery("select a.id from Account a join a.roles r where r = :role and a.active = true", Long.class)
                .setParameter("role", role)
                .getResultList();
        if (!ids.isEmpty()) {
            em.createQuery("select a from Account a where a.id in :ids order by a.id", Account.class)
                    .setParameter("ids", ids)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList();
        }
        // Counted after the wait for the locks: somebody else may have taken the role from one of them meanwhile.
        return em.createQuery("select count(a) from Account a join a.roles r where r = :role and a.active = true", Long.class)
                .setParameter("role", role)
                .getSingleResult();
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
    public Optional<Caller> callerByToken(String tokenHash, Instant now) {
        List<Object[]> rows = em.createQuery(
                        CALLER + ", t from ApiToken t join Account a on a.id = t.accountId left join a.roles r"
                                + " where a.active = true and t.tokenHash = :hash",
                        Object[].class)
                .setParameter("hash", tokenHash)
                .getResultList();
        return rows.stream().allMatch(row -> ((ApiToken) row[11]).isValidAt(now)) ? caller(rows) : Optional.empty();
    }

    @Override
    public Optional<Caller> callerById(long id) {
        return signedIn(id).map(SignedIn::caller);
    }

    @Override
    public Optional<SignedIn> signedIn(long id) {
        List<Object[]> rows = em.createQuery(
                        CALLER + ", a.passwordHash from Account a left join a.roles r where a.active = true and a.id = :id", Object[].class)
                .setParameter("id", id)
                .getResultList();
        return caller(rows).map(caller -> new SignedIn(caller, PasswordHash.mark((String) rows.get(0)[11])));
    }

    /** Of the account's rows, one for each role. */
    private static Optional<Caller> caller(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Set<Role> roles = rows.stream().map(row -> (Role) row[10]).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
        Object[] row = rows.get(0);
        return Optional.of(new Caller(
                (Long) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                roles,
                (Long) row[4],
                (Long) row[5],
                (SupportLevel) row[6],
                (String) row[7],
                (String) row[8],
                (Theme) row[9]));
    }

    @Override
    public List<Account> agents() {
        return active(Role.AGENT);
    }

    @Override
    public List<Account> active(Role role) {
        return em.createQuery(
                        "select distinct a from Account a join a.roles r where r = :role and a.active = true order by a.displayName",
                        Account.class)
                .setParameter("role", role)
                // Asked while what is to be told is not written yet; nobody changes roles and tells the role of it in one transaction.
                .setFlushMode(FlushModeType.COMMIT)
                .setHint("eclipselink.batch", "a.roles")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList();
    }

    @Override
    public Optional<ApiToken> tokenById(long id) {
        return Optional.ofNullable(em.find(ApiToken.class, id));
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
