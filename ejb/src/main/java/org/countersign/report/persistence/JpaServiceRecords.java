package org.countersign.report.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.LotVerdict;
import org.countersign.report.model.ReportPeriod;
import org.countersign.report.model.ReportedLot;
import org.countersign.report.model.ServiceRecords;
import org.countersign.report.model.TicketRecord;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketState;

/** {@link ServiceRecords} in the database. */
@ApplicationScoped
public class JpaServiceRecords implements ServiceRecords {

    /** The instant at which a ticket ended without acceptance stands in the audit trail only. */
    private static final String ENDED_OTHERWISE = "exists (select e.id from AuditEntry e where e.subjectType = 'ticket'"
            + " and e.subjectId = t.number and e.occurredAt < :until and e.action in"
            + " ('TicketWithdrawn', 'TicketMarkedDuplicate', 'TicketTransferred', 'TicketDeclined'))";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<TicketRecord> tickets(long contractId, ReportPeriod period) {
        return em
                .createQuery(
                        "select t.number, t.summary, t.priority, t.receivedAt, t.responseDue, t.respondedAt, t.resolutionDue, t.resolvedAt,"
                                + " t.closedAt, c.name, t.state from Ticket t left join t.acceptance x left join Contact c on c.id = x.contactId"
                                + " where t.contractId = :contract and ((t.receivedAt >= :from and t.receivedAt < :until)"
                                + " or (t.closedAt >= :from and t.closedAt < :until) or exists (select r.id from Resolution r"
                                + " where r.ticketId = t.id and r.proposedAt >= :from and r.proposedAt < :until)) order by t.id",
                        Object[].class)
                .setParameter("contract", contractId)
                .setParameter("from", period.from())
                .setParameter("until", period.until())
                .getResultStream()
                .map(row -> new TicketRecord(
                        (String) row[0],
                        (String) row[1],
                        ((Priority) row[2]).name(),
                        (Instant) row[3],
                        (Instant) row[4],
                        (Instant) row[5],
                        (Instant) row[6],
                        (Instant) row[7],
                        (Instant) row[8],
                        (String) row[9],
                        !((TicketState) row[10]).isOpen() && row[10] != TicketState.CLOSED))
                .toList();
    }

    @Override
    public int ticketsResolved(long contractId, ReportPeriod period) {
        return count(em.createQuery("select count(distinct r.ticketId) from Resolution r join Ticket t on t.id = r.ticketId"
                        + " where t.contractId = :contract and r.proposedAt >= :from and r.proposedAt < :until")
                .setParameter("from", period.from()), contractId, period);
    }

    @Override
    public int resolutionsRejected(long contractId, ReportPeriod period) {
        return count(em.createQuery("select count(r) from Resolution r join Ticket t on t.id = r.ticketId"
                        + " where t.contractId = :contract and r.rejectedAt >= :from and r.rejectedAt < :until")
                .setParameter("from", period.from()), contractId, period);
    }

    @Override
    public int openAtEnd(long contractId, ReportPeriod period) {
        return count(em.createQuery("select count(t) from Ticket t where t.contractId = :contract and t.receivedAt < :until"
                + " and (t.closedAt is null or t.closedAt >= :until) and not " + ENDED_OTHERWISE), contractId, period);
    }

    private static int count(Query query, long contractId, ReportPeriod period) {
        Number count = (Number) query.setParameter("contract", contractId)
                .setParameter("until", period.until())
                .getSingleResult();
        return count.intValue();
    }

    @Override
    public List<ReportedLot> lots(long contractId, ReportPeriod period) {
        return em
                .createQuery(
                        "select l.week, l.lotSize, l.sampleSize, l.accept, p.nonconforming, d.verdict from InspectionLot l"
                                + " join LotProgress p on p.lotId = l.id left join LotDecision d on d.lotId = l.id"
                                + " where l.contractId = :contract and l.week >= :first and l.week <= :last order by l.week",
                        Object[].class)
                .setParameter("contract", contractId)
                .setParameter("first", period.firstWeek().toString())
                .setParameter("last", period.lastWeek().toString())
                .getResultStream()
                .map(row -> new ReportedLot(
                        IsoWeek.parse((String) row[0]).monday(),
                        (Integer) row[1],
                        (Integer) row[2],
                        (Integer) row[3],
                        (Integer) row[4],
                        verdict((LotVerdict) row[5])))
                .toList();
    }

    private static ReportedLot.Verdict verdict(LotVerdict verdict) {
        if (verdict == null) {
            return ReportedLot.Verdict.PENDING;
        }
        return verdict == LotVerdict.ACCEPTED ? ReportedLot.Verdict.ACCEPTABLE : ReportedLot.Verdict.NOT_ACCEPTABLE;
    }
}
