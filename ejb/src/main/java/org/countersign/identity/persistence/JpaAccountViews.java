package org.countersign.identity.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countersign.identity.model.ApiToken;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountFilter;
import org.countersign.identity.service.AccountKind;
import org.countersign.identity.service.AccountRow;
import org.countersign.identity.service.AccountViews;
import org.countersign.identity.service.TokenRow;
import org.countersign.identity.service.TokenState;
import org.countersign.kernel.persistence.LikePattern;

/** {@link AccountViews} in the database. */
@ApplicationScoped
public class JpaAccountViews implements AccountViews {

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<AccountRow> list(AccountFilter filter, int limit, String after) {
        List<String> where = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (filter.text() != null) {
            where.add("(a.name like :text or lower(a.displayName) like :text or a.email like :text)");
            parameters.put("text", LikePattern.containing(filter.text()));
        }
        if (filter.kind() != null) {
            where.add(filter.kind() == AccountKind.STAFF ? "a.contactId is null" : "a.contactId is not null");
        }
        if (filter.active() != null) {
            where.add("a.active = :active");
            parameters.put("active", filter.active());
        }
        if (after != null) {
            where.add("a.name > :after");
            parameters.put("after", after);
        }
        TypedQuery<Object[]> query = em.createQuery(
                "select a.id, a.name, a.displayName, a.email, a.supportLevel, a.active from Account a"
                        + (where.isEmpty() ? "" : " where " + String.join(" and ", where)) + " order by a.name",
                Object[].class);
        parameters.forEach(query::setParameter);
        List<Object[]> rows = query.setMaxResults(limit + 1).getResultList();
        Map<Long, List<Role>> roles = roles(rows.stream().map(row -> (Long) row[0]).toList());
        return rows.stream()
                .map(row -> new AccountRow(
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        roles.getOrDefault((Long) row[0], List.of()),
                        (SupportLevel) row[4],
                        (Boolean) row[5]))
                .toList();
    }

    private Map<Long, List<Role>> roles(List<Long> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : em.createQuery("select a.id, r from Account a join a.roles r where a.id in :ids", Object[].class)
                        .setParameter("ids", accounts)
                        .getResultStream()
                        .sorted((one, other) -> ((Role) one[1]).compareTo((Role) other[1]))
                        .collect(Collectors.groupingBy(row -> (Long) row[0], Collectors.mapping(row -> (Role) row[1], Collectors.toList())));
    }

    @Override
    public List<TokenRow> tokens(String account, Instant now, int limit, Instant afterCreation, Long afterId) {
        String page = afterCreation == null ? "" : " and (t.createdAt < :creation or (t.createdAt = :creation and t.id < :id))";
        TypedQuery<ApiToken> query = em.createQuery(
                        "select t from ApiToken t join Account a on a.id = t.accountId where a.name = :account" + page
                                + " order by t.createdAt desc, t.id desc",
                        ApiToken.class)
                .setParameter("account", account)
                .setMaxResults(limit + 1);
        if (afterCreation != null) {
            query.setParameter("creation", afterCreation).setParameter("id", afterId);
        }
        return query.getResultStream()
                .map(token -> new TokenRow(
                        token.id(), token.label(), token.createdAt(), token.expiresAt(), token.revokedAt(), state(token, now)))
                .toList();
    }

    private static TokenState state(ApiToken token, Instant now) {
        if (token.revokedAt() != null) {
            return TokenState.REVOKED;
        }
        return token.isValidAt(now) ? TokenState.VALID : TokenState.EXPIRED;
    }
}
