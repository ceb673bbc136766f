package org.countersign.ticket.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.QueueOrder;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.Queue;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.service.OvertakingFilter;
import org.countersign.ticket.service.OvertakingRow;
import org.countersign.ticket.service.QueueView;
import org.countersign.ticket.service.QueueViews;
import org.countersign.ticket.service.WaitingTicket;

/** {@link QueueViews} in the database. */
@ApplicationScoped
public class JpaQueueViews implements QueueViews {

    private static final String OVERTAKING = "select new org.countersign.ticket.service.OvertakingRow(v.id, c.code, v.level, v.order, t.number,"
            + " v.overtaken, f.number, a.name, a.displayName, v.takenAt, v.reason) from Overtaking v join Contract c on c.id = v.contractId"
            + " join Ticket t on t.id = v.ticketId join Ticket f on f.id = v.firstOvertakenId join Account a on a.id = v.takenById";

    private static final String LATEST_FIRST = " order by v.takenAt desc, v.id desc";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<QueueView.Summary> waiting() {
        return em.createQuery(
                        "select new org.countersign.ticket.service.QueueView.Summary(c.code, c.name, t.level, count(t), min(t.receivedAt))"
                                + " from Ticket t join Contract c on c.id = t.contractId where t.assigneeId is null and t.state in :states"
                                + " group by c.code, c.name, t.level order by c.code, t.level",
                        QueueView.Summary.class)
                .setParameter("states", List.of(TicketState.NEW, TicketState.IN_PROGRESS))
                .getResultList();
    }

    @Override
    public long count(Queue queue) {
        return of(queue, em.createQuery("select count(t) from Ticket t where" + JpaQueues.WAITING, Long.class)).getSingleResult();
    }

    @Override
    public List<WaitingTicket> line(Queue queue, QueueOrder order, Instant now, int limit, String after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String behind = after == null ? "" : behind(order, after, parameters);
        TypedQuery<Object[]> query = of(
                queue,
                em.createQuery(
                        "select t.id, t.number, t.state, t.kind, t.priority, t.summary, t.receivedAt, t.responseDue, t.respondedAt from Ticket t"
                                + " where" + JpaQueues.WAITING + behind + JpaQueues.inLine(order),
                        Object[].class));
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit + 1)
                .getResultStream()
                .map(row -> new WaitingTicket(
                        (Long) row[0],
                        (String) row[1],
                        (TicketState) row[2],
                        (TicketKind) row[3],
                        (Priority) row[4],
                        (String) row[5],
                        (Instant) row[6],
                        Duration.between((Instant) row[6], now),
                        (Instant) row[7],
                        (Instant) row[8]))
                .toList();
    }

    private static String behind(QueueOrder order, String after, Map<String, Object> parameters) {
        List<String> values = Cursor.parse(after, 2);
        try {
            parameters.put("afterId", Long.parseLong(values.get(1)));
            Priority priority = Priority.valueOf(values.get(0));
            if (order == QueueOrder.RECEIVED) {
                return " and t.id > :afterId";
            }
            parameters.put("afterPriority", priority);
            List<Priority> all = List.of(Priority.values());
            List<Priority> lower = all.subList(priority.ordinal() + 1, all.size());
            if (lower.isEmpty()) {
                return " and t.priority = :afterPriority and t.id > :afterId";
            }
            parameters.put("lower", lower);
            return " and (t.priority in :lower or (t.priority = :afterPriority and t.id > :afterId))";
        } catch (IllegalArgumentException malformed) {
            throw BusinessRuleViolation.invalid("after", "cursor-invalid");
        }
    }

    @Override
    public List<OvertakingRow> overtakings(Queue queue, OvertakingFilter filter, int limit, String after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder(" where v.contractId = :contract and v.level = :level");
        restrict(where, " and v.takenAt >= :from", "from", filter.from(), parameters);
        restrict(where, " and v.takenAt < :to", "to", filter.to(), parameters);
        restrict(
                where,
                " and (t.number = :ticket or exists (select o from OvertakenTicket o join Ticket p on p.id = o.ticketId"
                        + " where o.overtakingId = v.id and p.number = :ticket))",
                "ticket",
                filter.ticket(),
                parameters);
        if (after != null) {
            List<String> values = Cursor.parse(after, 2);
            try {
                parameters.put("afterTime", Instant.parse(values.get(0)));
                parameters.put("afterId", Long.parseLong(values.get(1)));
            } catch (DateTimeParseException | NumberFormatException malformed) {
                throw BusinessRuleViolation.invalid("after", "cursor-invalid");
            }
            where.append(" and (v.takenAt < :afterTime or (v.takenAt = :afterTime and v.id < :afterId))");
        }
        TypedQuery<OvertakingRow> query = of(queue, em.createQuery(OVERTAKING + where + LATEST_FIRST, OvertakingRow.class));
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit + 1).getResultList();
    }

    private static void restrict(StringBuilder where, String condition, String name, Object value, Map<String, Object> parameters) {
        if (value != null) {
            where.append(condition);
            parameters.put(name, value);
        }
    }

    @Override
    public List<OvertakingRow> by(long ticketId, int limit) {
        return em.createQuery(OVERTAKING + " where v.ticketId = :ticket" + LATEST_FIRST, OvertakingRow.class)
                .setParameter("ticket", ticketId)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<OvertakingRow> of(long ticketId, int limit) {
        return em.createQuery(
                        OVERTAKING + " join OvertakenTicket o on o.overtakingId = v.id where o.ticketId = :ticket" + LATEST_FIRST,
                        OvertakingRow.class)
                .setParameter("ticket", ticketId)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<Arrival> arrivals(Queue queue, Instant from, Instant to, int limit, long afterPosition) {
        List<SupportLevel> reached = Arrays.stream(SupportLevel.values()).filter(level -> level.compareTo(queue.level()) >= 0).toList();
        return em.createQuery(
                        "select t.id, t.number, t.receivedAt from Ticket t where t.contractId = :contract and t.level in :reached"
                                + " and t.receivedAt >= :from and t.receivedAt < :to and t.id > :after order by t.id",
                        Object[].class)
                .setParameter("contract", queue.contractId())
                .setParameter("reached", reached)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("after", afterPosition)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Arrival((Long) row[0], (String) row[1], (Instant) row[2]))
                .toList();
    }

    @Override
    public List<OvertakingRow> overtakings(Queue queue, Collection<String> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : of(
                                queue,
                                em.createQuery(
                                        OVERTAKING + " where v.contractId = :contract and v.level = :level and t.number in :tickets"
                                                + " order by v.takenAt, v.id",
                                        OvertakingRow.class))
                        .setParameter("tickets", tickets)
                        .getResultList();
    }

    private static <T> TypedQuery<T> of(Queue queue, TypedQuery<T> query) {
        return query.setParameter("contract", queue.contractId()).setParameter("level", queue.level());
    }
}
