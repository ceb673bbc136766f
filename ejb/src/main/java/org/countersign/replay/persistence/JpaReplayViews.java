package org.countersign.replay.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.replay.model.ReplayState;
import org.countersign.replay.service.ChangedTarget;
import org.countersign.replay.service.ReplayRow;
import org.countersign.replay.service.ReplayViews;

/** {@link ReplayViews} in the database; one statement for each answer. */
@ApplicationScoped
public class JpaReplayViews implements ReplayViews {

    private static final String ROW = "select r.id, c.code, c.name, r.fromAt, r.toAt, r.requestedBy, r.requestedAt, r.plannedAt,"
            + " (select count(b) from ReplayBlock b where b.replayId = r.id),"
            + " (select count(b) from ReplayBlock b where b.replayId = r.id and b.doneAt is not null),"
            + " (select sum(b.tickets) from ReplayBlock b where b.replayId = r.id),"
            + " (select count(x) from ReplayChange x where x.replayId = r.id), r.changes"
            + " from Replay r join Contract c on c.id = r.contractId";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<ReplayRow> list(long contractId, int limit, Long before) {
        return em.createQuery(ROW + " where r.contractId = :contract and r.id < :before order by r.id desc", Object[].class)
                .setParameter("contract", contractId)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(JpaReplayViews::row)
                .toList();
    }

    @Override
    public Optional<ReplayRow> row(long id) {
        return em.createQuery(ROW + " where r.id = :id", Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(JpaReplayViews::row);
    }

    private static ReplayRow row(Object[] row) {
        long blocks = number(row[8]);
        long done = number(row[9]);
        ReplayState state = row[7] == null ? ReplayState.REQUESTED : done < blocks ? ReplayState.RUNNING : ReplayState.DONE;
        return new ReplayRow(
                (Long) row[0],
                (String) row[1],
                (String) row[2],
                (Instant) row[3],
                (Instant) row[4],
                (String) row[5],
                (Instant) row[6],
                state,
                blocks,
                done,
                number(row[10]),
                number(row[11]),
                (String) row[12]);
    }

    private static long number(Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }

    @Override
    public List<Sum> sums(long id) {
        return em.createQuery(
                        "select new org.countersign.replay.service.ReplayViews.Sum(f.side, f.month, f.target, f.priority, sum(f.met),"
                                + " sum(f.missed), sum(f.running)) from ReplayFigure f where f.replayId = :replay"
                                + " group by f.side, f.month, f.target, f.priority",
                        Sum.class)
                .setParameter("replay", id)
                .getResultList();
    }

    @Override
    public List<ChangedTarget> changed(long id, ServiceTarget target, int limit, String after) {
        String behind = after == null ? "" : " and (x.ticketId > :ticket or (x.ticketId = :ticket and x.id > :change))";
        TypedQuery<ChangedTarget> query = em.createQuery(
                        "select new org.countersign.replay.service.ChangedTarget(x.id, t.id, t.number, t.summary, t.receivedAt, x.target,"
                                + " x.was, x.would, x.wasPriority, x.wouldPriority, x.wasDue, x.wouldDue) from ReplayChange x"
                                + " join Ticket t on t.id = x.ticketId where x.replayId = :replay" + behind
                                + (target == null ? "" : " and x.target = :target") + " order by x.ticketId, x.id",
                        ChangedTarget.class)
                .setParameter("replay", id);
        if (target != null) {
            query.setParameter("target", target);
        }
        if (after != null) {
            List<String> place = Cursor.parse(after, 2);
            try {
                query.setParameter("ticket", Long.parseLong(place.get(0))).setParameter("change", Long.parseLong(place.get(1)));
            } catch (NumberFormatException malformed) {
                throw BusinessRuleViolation.invalid("after", "cursor-invalid");
            }
        }
        return query.setMaxResults(limit + 1).getResultList();
    }
}
