package org.countersign.penalty.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.penalty.model.PenaltyState;
import org.countersign.penalty.service.PenaltyRow;
import org.countersign.penalty.service.PenaltyStepView;
import org.countersign.penalty.service.PenaltyViews;

/** {@link PenaltyViews} in the database. */
@ApplicationScoped
public class JpaPenaltyViews implements PenaltyViews {

    private static final String ROWS = "select e.id, c.code, e.month, e.clause, e.measure, e.subject, s.state, s.amount, p.amount,"
            + " m.currency, s.ordinal, e.createdAt, s.takenAt, e.calculation from PenaltyEntry e join PenaltyMonth m on m.id = e.monthId"
            + " join Contract c on c.id = e.contractId join PenaltyStep s on s.entryId = e.id join PenaltyStep p on p.entryId = e.id"
            + " where p.ordinal = 1 and " + JpaPenaltyBook.LAST_STEP;

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<PenaltyRow> list(long contractId, String month, PenaltyState state, int limit, Position after) {
        StringBuilder where = new StringBuilder(" and e.contractId = :contract");
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("contract", contractId);
        if (month != null) {
            where.append(" and e.month = :month");
            parameters.put("month", month);
        }
        if (state != null) {
            where.append(" and s.state = :state");
            parameters.put("state", state);
        }
        if (after != null) {
            where.append(" and (e.month < :lastMonth or (e.month = :lastMonth and e.id > :lastId))");
            parameters.put("lastMonth", after.month());
            parameters.put("lastId", after.id());
        }
        return query(where + " order by e.month desc, e.id", parameters)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(JpaPenaltyViews::row)
                .toList();
    }

    @Override
    public Optional<PenaltyRow> find(long id, Long organisationId) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("id", id);
        if (organisationId != null) {
            parameters.put("organisation", organisationId);
        }
        return query(" and e.id = :id" + (organisationId == null ? "" : " and e.organisationId = :organisation"), parameters)
                .getResultStream()
                .findFirst()
                .map(JpaPenaltyViews::row);
    }

    private TypedQuery<Object[]> query(String where, Map<String, Object> parameters) {
        TypedQuery<Object[]> query = em.createQuery(ROWS + where, Object[].class);
        parameters.forEach(query::setParameter);
        return query;
    }

    @Override
    public long contractOf(long id) {
        return em.createQuery("select e.contractId from PenaltyEntry e where e.id = :id", Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    @Override
    public List<PenaltyStepView> steps(long id) {
        return em
                .createQuery(
                        "select s.ordinal, s.state, s.amount, c.name, a.displayName, s.reason, s.takenAt, m.currency from PenaltyStep s"
                                + " join PenaltyEntry e on e.id = s.entryId join PenaltyMonth m on m.id = e.monthId"
                                + " left join Contact c on c.id = s.contactId left join Account a on a.id = s.accountId"
                                + " where s.entryId = :id order by s.ordinal",
                        Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new PenaltyStepView(
                        (Integer) row[0],
                        (PenaltyState) row[1],
                        money((BigDecimal) row[2], (String) row[7]),
                        row[3] != null ? (String) row[3] : (String) row[4],
                        (String) row[5],
                        (Instant) row[6]))
                .toList();
    }

    @Override
    public List<Sum> sums(long contractId, String month) {
        return em
                .createQuery(
                        "select s.state, sum(s.amount) from PenaltyEntry e join PenaltyStep s on s.entryId = e.id"
                                + " where e.contractId = :contract and e.month = :month and " + JpaPenaltyBook.LAST_STEP
                                + " group by s.state",
                        Object[].class)
                .setParameter("contract", contractId)
                .setParameter("month", month)
                .getResultStream()
                .map(row -> new Sum((PenaltyState) row[0], (BigDecimal) row[1]))
                .toList();
    }

    private static PenaltyRow row(Object[] row) {
        String currency = (String) row[9];
        return new PenaltyRow(
                (Long) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (PenaltyMeasure) row[4],
                (String) row[5],
                (PenaltyState) row[6],
                money((BigDecimal) row[7], currency),
                money((BigDecimal) row[8], currency),
                currency,
                (Integer) row[10],
                (Instant) row[11],
                (Instant) row[12],
                JpaPenaltyBook.calculation((String) row[13]));
    }

    /** The column has four decimals for all currencies. */
    private static BigDecimal money(BigDecimal amount, String currency) {
        return amount.setScale(Currency.getInstance(currency).getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
    }
}
