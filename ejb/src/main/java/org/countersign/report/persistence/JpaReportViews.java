package org.countersign.report.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.report.service.ReportFilter;
import org.countersign.report.service.ReportRow;
import org.countersign.report.service.ReportViews;

/** {@link ReportViews} in the database. */
@ApplicationScoped
public class JpaReportViews implements ReportViews {

    private static final String ROWS = "select r.id, c.code, c.name, o.name, r.month, r.revision, r.language, r.sizeBytes, r.sha256,"
            + " r.cutOffAt, r.createdAt from StoredReport r join Contract c on c.id = r.contractId"
            + " join Organisation o on o.id = c.organisationId where 1 = 1";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<ReportRow> list(ReportFilter filter, Long organisationId, int limit, Long before) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder(own(organisationId, parameters));
        if (filter.contract() != null) {
            where.append(" and c.code = :contract");
            parameters.put("contract", filter.contract());
        }
        if (filter.month() != null) {
            where.append(" and r.month = :month");
            parameters.put("month", filter.month().toString());
        }
        if (filter.language() != null) {
            where.append(" and r.language = :language");
            parameters.put("language", filter.language());
        }
        if (before != null) {
            where.append(" and r.id < :before");
            parameters.put("before", before);
        }
        return query(where + " order by r.id desc", parameters).setMaxResults(limit + 1).getResultStream()
                .map(JpaReportViews::row)
                .toList();
    }

    @Override
    public Optional<ReportRow> find(long reportId, Long organisationId) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = own(organisationId, parameters) + " and r.id = :id";
        parameters.put("id", reportId);
        return query(where, parameters).getResultStream().findFirst().map(JpaReportViews::row);
    }

    @Override
    public Optional<byte[]> content(long reportId) {
        return em.createQuery("select r.content from StoredReport r where r.id = :id", byte[].class)
                .setParameter("id", reportId)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<Object[]> query(String where, Map<String, Object> parameters) {
        TypedQuery<Object[]> query = em.createQuery(ROWS + where, Object[].class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String own(Long organisationId, Map<String, Object> parameters) {
        if (organisationId == null) {
            return "";
        }
        parameters.put("organisation", organisationId);
        return " and o.id = :organisation";
    }

    private static ReportRow row(Object[] row) {
        return new ReportRow(
                (Long) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                YearMonth.parse((String) row[4]),
                (Integer) row[5],
                (String) row[6],
                (Long) row[7],
                (String) row[8],
                (Instant) row[9],
                (Instant) row[10]);
    }
}
