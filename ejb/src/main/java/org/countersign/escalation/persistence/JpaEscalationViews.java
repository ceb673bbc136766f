package org.countersign.escalation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.countersign.escalation.model.EscalationState;
import org.countersign.escalation.service.EscalationView;
import org.countersign.escalation.service.EscalationViews;
import org.countersign.identity.model.SupportLevel;

/** {@link EscalationViews} in the database. */
@ApplicationScoped
public class JpaEscalationViews implements EscalationViews {

    private static final String ROW = "select e.id, t.number, t.summary, c.code, e.rule, e.occasion, e.state, e.dueAt, e.reason, e.settledAt,"
            + " e.ordinal, e.raisedTo, e.notified, m.name, m.displayName, e.callOutId, e.attempts, e.lastError, e.nextAttemptAt,"
            + " e.contractId, e.contractVersion, e.calendarRevision"
            + " from Escalation e join Ticket t on t.id = e.ticketId join Contract c on c.id = e.contractId"
            + " left join Account m on m.id = e.managerId";

    private static final List<EscalationState> ORDER = List.of(EscalationState.FIRED, EscalationState.WAITING, EscalationState.MOOT);

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<Row> ofTicket(long ticketId) {
        return em.createQuery(ROW + " where e.ticketId = :ticket", Object[].class)
                .setParameter("ticket", ticketId)
                .getResultStream()
                .map(JpaEscalationViews::row)
                .sorted(Comparator.comparing((Row row) -> ORDER.indexOf(row.view().state()))
                        .thenComparing(row -> row.view().ordinal(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> row.view().due(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> row.view().id()))
                .toList();
    }

    @Override
    public List<Row> list(EscalationState state, String contract, int limit, Instant afterAt, Long afterId) {
        boolean toCome = state == EscalationState.WAITING;
        String at = toCome ? "e.nextAttemptAt" : "e.settledAt";
        String beyond = toCome ? " > " : " < ";
        // What is to come has an instant, and nothing else has one: its index holds exactly those.
        String where = toCome ? " where e.nextAttemptAt is not null" : " where e.state = :state";
        if (contract != null) {
            where += " and c.code = :contract";
        }
        if (afterAt != null) {
            where += " and (" + at + beyond + ":at or (" + at + " = :at and e.id" + beyond + ":id))";
        }
        String order = toCome ? " order by e.nextAttemptAt, e.id" : " order by e.settledAt desc, e.id desc";
        TypedQuery<Object[]> query = em.createQuery(ROW + where + order, Object[].class);
        if (!toCome) {
            query.setParameter("state", state);
        }
        if (contract != null) {
            query.setParameter("contract", contract);
        }
        if (afterAt != null) {
            query.setParameter("at", afterAt).setParameter("id", afterId);
        }
        return query.setMaxResults(limit + 1).getResultStream().map(JpaEscalationViews::row).toList();
    }

    private static Row row(Object[] row) {
        String notified = (String) row[12];
        return new Row(
                new EscalationView(
                        (Long) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (Integer) row[5],
                        (EscalationState) row[6],
                        (Instant) row[7],
                        (String) row[8],
                        (Instant) row[9],
                        (Integer) row[10],
                        (SupportLevel) row[11],
                        notified == null ? List.of() : List.of(notified.split(" ")),
                        (String) row[13],
                        (String) row[14],
                        (Long) row[15],
                        (Integer) row[16],
                        (String) row[17],
                        (Instant) row[18],
                        null),
                (Long) row[19],
                (Integer) row[20],
                (Integer) row[21]);
    }
}
