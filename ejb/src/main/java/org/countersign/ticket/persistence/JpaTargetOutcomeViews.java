package org.countersign.ticket.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.service.MetTargets;
import org.countersign.ticket.service.MissedTarget;
import org.countersign.ticket.service.TargetOutcomeViews;

/** {@link TargetOutcomeViews} in the database. */
@ApplicationScoped
public class JpaTargetOutcomeViews implements TargetOutcomeViews {

    private static final String OF_CONTRACT = " from Ticket t where t.contractId = :contract and t.priority in :priorities";

    @PersistenceContext
    private EntityManager em;

    /** Where a ticket keeps a target: when it falls due, when it was met, and what else says that it was missed. */
    private record Columns(String due, String met, String missedBefore) {

        static Columns of(ServiceTarget target) {
            return switch (target) {
                case RESPONSE -> new Columns("t.responseDue", "t.respondedAt", "");
                case UPDATE -> new Columns("t.updateDue", "t.resolvedAt", "t.updateMissedAt");
                case RESOLUTION -> new Columns("t.resolutionDue", "t.resolvedAt", "");
            };
        }

        private String firstDue() {
            return missedBefore.isEmpty() ? due : "coalesce(" + missedBefore + ", " + due + ")";
        }

        private String missed() {
            String late = due + " < " + met + " or (" + met + " is null and t.state in :open)";
            return "(" + (missedBefore.isEmpty() ? "" : missedBefore + " is not null or ") + late + ")";
        }

        private String inTime() {
            String kept = "(" + due + " is null or " + due + " >= " + met + ")";
            return missedBefore.isEmpty() ? kept : missedBefore + " is null and " + kept;
        }
    }

    @Override
    public List<MissedTarget> missed(
            long contractId, ServiceTarget target, List<Priority> priorities, Instant from, Instant until, long after, int limit) {
        Columns columns = Columns.of(target);
        String due = columns.firstDue();
        return em
                .createQuery(
                        "select t.id, t.number, t.priority, " + due + ", " + columns.met + OF_CONTRACT + " and " + due + " >= :from and "
                                + due + " < :until and " + columns.missed() + " and t.id > :after order by t.id",
                        Object[].class)
                .setParameter("contract", contractId)
                .setParameter("priorities", priorities)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("open", TicketState.OPEN)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new MissedTarget((Long) row[0], (String) row[1], (Priority) row[2], (Instant) row[3], (Instant) row[4]))
                .toList();
    }

    @Override
    public List<MetTargets> met(long contractId, ServiceTarget target, List<Priority> priorities, Instant from, Instant until) {
        Columns columns = Columns.of(target);
        return em
                .createQuery(
                        "select new org.countersign.ticket.service.MetTargets(t.kind, t.priority, t.service, count(t))" + OF_CONTRACT
                                + " and " + columns.met + " >= :from and " + columns.met + " < :until and " + columns.inTime()
                                + " group by t.kind, t.priority, t.service",
                        MetTargets.class)
                .setParameter("contract", contractId)
                .setParameter("priorities", priorities)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }
}
