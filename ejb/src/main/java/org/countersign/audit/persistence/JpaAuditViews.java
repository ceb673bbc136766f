package org.countersign.audit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.audit.model.AuditEntry;
import org.countersign.audit.service.AuditFilter;
import org.countersign.audit.service.AuditRow;
import org.countersign.audit.service.AuditViews;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;

/** {@link AuditViews} in the database; one statement for each page. */
@ApplicationScoped
public class JpaAuditViews implements AuditViews {

    private static final String ROW = "select e.id, c.code, e.occurredAt, e.actor, e.address, e.action, e.subjectType, e.subjectId, e.facts,"
            + " s.position, s.hash from AuditEntry e left join Contract c on c.id = e.contractId left join AuditSeal s on s.entryId = e.id";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<AuditRow> history(String subjectType, String subjectId, int limit, String after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        return subject("", subjectType, subjectId, parameters, limit, after);
    }

    @Override
    public List<AuditRow> customerHistory(String ticketNumber, Collection<String> actions, int limit, String after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("actions", actions);
        return subject(
                " and e.action in :actions and (e.action <> 'MessagePosted' or e.facts like '%\"visibility\":\"PUBLIC\"%')",
                "ticket",
                ticketNumber,
                parameters,
                limit,
                after);
    }

    private List<AuditRow> subject(
            String condition, String subjectType, String subjectId, Map<String, Object> parameters, int limit, String after) {
        parameters.put("subjectType", subjectType);
        parameters.put("subjectId", subjectId);
        String where = " where e.subjectType = :subjectType and e.subjectId = :subjectId" + condition;
        return read(where + behind(">", after, parameters) + " order by e.occurredAt, e.id", parameters, limit);
    }

    @Override
    public List<AuditRow> list(AuditFilter filter, int limit, String after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder(" where 1 = 1");
        if ("-".equals(filter.contract())) {
            where.append(" and e.contractId = :chain");
            parameters.put("chain", AuditEntry.SYSTEM_CHAIN);
        } else {
            restrict(where, "c.code = :contract", "contract", filter.contract(), parameters);
        }
        restrict(where, "e.actor = :actor", "actor", filter.actor(), parameters);
        restrict(where, "e.action = :action", "action", filter.action(), parameters);
        restrict(where, "e.occurredAt >= :start", "start", filter.from(), parameters);
        restrict(where, "e.occurredAt < :end", "end", filter.to(), parameters);
        return read(where + behind("<", after, parameters) + " order by e.occurredAt desc, e.id desc", parameters, limit);
    }

    private static void restrict(StringBuilder where, String condition, String name, Object value, Map<String, Object> parameters) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    private static String behind(String comparison, String after, Map<String, Object> parameters) {
        if (after == null) {
            return "";
        }
        List<String> values = Cursor.parse(after, 2);
        try {
            parameters.put("afterTime", Instant.parse(values.get(0)));
            parameters.put("afterId", Long.parseLong(values.get(1)));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw BusinessRuleViolation.invalid("after", "cursor-invalid");
        }
        return " and (e.occurredAt " + comparison + " :afterTime or (e.occurredAt = :afterTime and e.id " + comparison + " :afterId))";
    }

    private List<AuditRow> read(String conditions, Map<String, Object> parameters, int limit) {
        TypedQuery<Object[]> query = em.createQuery(ROW + conditions, Object[].class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit)
                .getResultStream()
                .map(row -> new AuditRow(
                        (Long) row[0],
                        (String) row[1],
                        (Instant) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        (String) row[7],
                        facts((String) row[8]),
                        (Long) row[9],
                        (String) row[10]))
                .toList();
    }

    @Override
    public Optional<Long> organisationOfTicket(String number) {
        return em.createQuery("select t.organisationId from Ticket t where t.number = :number", Long.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Map<Long, String> contractCodes() {
        return em.createQuery("select c.id, c.code from Contract c", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    private static Map<String, Object> facts(String json) {
        Map<String, Object> facts = new LinkedHashMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> facts.put(name, plain(value)));
        }
        return facts;
    }

    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).isIntegral() ? ((JsonNumber) value).longValue() : ((JsonNumber) value).bigDecimalValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
            default -> value.toString();
        };
    }
}
