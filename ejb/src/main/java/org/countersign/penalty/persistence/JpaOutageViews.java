package org.countersign.penalty.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.customer.model.OutageCause;
import org.countersign.penalty.service.OutageViews;

/** {@link OutageViews} in the database. */
@ApplicationScoped
public class JpaOutageViews implements OutageViews {

    private static final String ROWS = "select o.id, o.contractId, c.code, o.service, o.start, o.end, o.cause, o.note, o.ticket,"
            + " a.displayName, o.recordedAt, o.withdrawnAt, o.version from Outage o join Contract c on c.id = o.contractId"
            + " join Account a on a.id = o.recordedById where ";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<Row> list(long contractId, Instant from, Instant until, int limit, Position after) {
        StringBuilder where = new StringBuilder("o.contractId = :contract");
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("contract", contractId);
        if (from != null) {
            where.append(" and (o.end is null or o.end > :from)");
            parameters.put("from", from);
        }
        if (until != null) {
            where.append(" and o.start < :until");
            parameters.put("until", until);
        }
        if (after != null) {
            where.append(" and (o.start < :start or (o.start = :start and o.id < :id))");
            parameters.put("start", after.start());
            parameters.put("id", after.id());
        }
        return query(where + " order by o.start desc, o.id desc", parameters)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(JpaOutageViews::row)
                .toList();
    }

    @Override
    public Optional<Row> find(long id) {
        return query("o.id = :id", Map.of("id", id)).getResultStream().findFirst().map(JpaOutageViews::row);
    }

    private TypedQuery<Object[]> query(String where, Map<String, Object> parameters) {
        TypedQuery<Object[]> query = em.createQuery(ROWS + where, Object[].class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static Row row(Object[] row) {
        return new Row(
                (Long) row[0], (Long) row[1], (String) row[2], (String) row[3], (Instant) row[4], (Instant) row[5], (OutageCause) row[6],
                (String) row[7], (String) row[8], (String) row[9], (Instant) row[10], (Instant) row[11], (Long) row[12]);
    }
}
