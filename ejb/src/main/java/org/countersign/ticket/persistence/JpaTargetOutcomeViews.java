package org.countersign.ticket.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.service.MetTarget;
import org.countersign.ticket.service.MissedTarget;
import org.countersign.ticket.service.TargetOutcomeViews;

/** {@link TargetOutcomeViews} in the database. */
@ApplicationScoped
public class JpaTargetOutcomeViews implements TargetOutcomeViews {

    private static final String OF_CONTRACT = " from Ticket t where t.contractId = :contract and t.priority in :priorities";

    @PersistenceContext
    private EntityManager em;

    /** Where a ticket keeps a target: when it falls due, when it was met, and when a part of it was missed before; or nothing for the last. */
    private record Columns(String due, String met, String missedBefore) {

        static Columns of(ServiceTarget target) {
            return switch (target) {
                case RESPONSE -> new Columns("t.responseDue", "t.respondedAt", null);
                case UPDATE -> new Columns("t.updateDue", "t.resolvedAt", "t.updateMissedAt");
                case RESOLUTION -> new Columns("t.resolutionDue", "t.resolvedAt", null);
            };
        }

        /** When the first part was missed, if any was. Which of two instants counts is not left to the database: its choice would be no instant to us. */
        private String firstMissed() {
            return missedBefore == null ? due : missedBefore;
        }

        private String missed() {
            String late = within(due) + " and (" + due + " < " + met + " or (" + met + " is null and t.state in :open))";
            return missedBefore == null
                    ? late
                    : "((" + within(missedBefore) + ") or (" + missedBefore + " is null and " + late + "))";
        }

        private static String within(String instant) {
            return instant + " >= :from and " + instant + " < :until";
        }

        private String inTime() {
            String kept = "(" + due + " is null or " + due + " >= " + met + ")";
            return missedBefore == null ? kept : missedBefore + " is null and " + kept;
        }
    }

    @Override
    public List<MissedTarget> missed(
            long contractId, ServiceTarget target, List<Priority> priorities, Instant from, Instant until, long after, int limit) {
        Columns columns = Columns.of(target);
        return em
                .createQuery(
                        "select t.id, t.number, t.priority, " + columns.firstMissed() + ", " + columns.due + ", " + columns.met + OF_CONTRACT
                                + " and " + columns.missed() + " and t.id > :after order by t.id",
                        Object[].class)
                .setParameter("contract", contractId)
                .setParameter("priorities", priorities)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("open", TicketState.OPEN)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new MissedTarget(
                        (Long) row[0],
                        (String) row[1],
                        (Priority) row[2],
                        row[3] != null ? (Instant) row[3] : (Instant) row[4],
                        (Instant) row[5]))
                .toList();
    }

    @Override
    public List<MetTarget> met(
            long contractId, ServiceTarget target, List<Priority> priorities, Instant from, Instant until, long after, int limit) {
        Columns columns = Columns.of(target);
        return em
                .createQuery(
                        "select new org.countersign.ticket.service.MetTarget(t.id, t.kind, t.channel, t.priority, t.service, t.receivedAt)"
                                + OF_CONTRACT + " and " + columns.met + " >= :from and " + columns.met + " < :until and " + columns.inTime()
                                + " and t.id > :after order by t.id",
                        MetTarget.class)
                .setParameter("contract", contractId)
                .setParameter("priorities", priorities)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
