package org.countersign.work.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.kernel.IsoWeek;
import org.countersign.work.model.Activity;
import org.countersign.work.model.VisitState;
import org.countersign.work.service.ActivityMinutes;
import org.countersign.work.service.TimesheetFilter;
import org.countersign.work.service.TimesheetRow;
import org.countersign.work.service.VisitView;
import org.countersign.work.service.WorkEntry;
import org.countersign.work.service.WorkViews;

/** {@link WorkViews} in the database. */
@ApplicationScoped
public class JpaWorkViews implements WorkViews {

    private static final String VISIT = "select new org.countersign.work.service.VisitView(v.id, t.number, t.summary, v.plannedAt, v.purpose,"
            + " v.state, a.displayName, v.proposedAt, c.name, v.decidedAt, v.decisionNote, v.version) from OnSiteVisit v"
            + " join Ticket t on t.id = v.ticketId join Account a on a.id = v.proposedById left join Contact c on c.id = v.decidedById";

    private static final String SHEET = "select new org.countersign.work.service.TimesheetRow(s.id, s.contractId, c.code, c.name, o.name,"
            + " s.week, s.state, s.lineCount, s.openDisputes, s.totalMinutes, s.preparedAt, s.cutOffAt, s.version) from Timesheet s"
            + " join Contract c on c.id = s.contractId join Organisation o on o.id = s.organisationId";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<WorkEntry> ofTicket(long ticketId) {
        return em.createQuery(
                        "select new org.countersign.work.service.WorkEntry(w.id, a.name, a.displayName, w.startedAt, w.endedAt, w.minutes,"
                                + " w.activity, w.travelMinutes, w.visitId, w.note, w.timesheetId, w.version) from Worklog w"
                                + " join Account a on a.id = w.accountId where w.ticketId = :ticket order by w.startedAt, w.id",
                        WorkEntry.class)
                .setParameter("ticket", ticketId)
                .getResultList();
    }

    @Override
    public List<VisitView> visitsOf(long ticketId) {
        return em.createQuery(VISIT + " where v.ticketId = :ticket order by v.plannedAt, v.id", VisitView.class)
                .setParameter("ticket", ticketId)
                .getResultList();
    }

    @Override
    public List<VisitView> visits(Long organisationId, VisitState state, int limit) {
        TypedQuery<VisitView> query = em.createQuery(
                VISIT + " where v.state = :state" + (organisationId == null ? "" : " and v.organisationId = :organisation")
                        + " order by v.plannedAt, v.id",
                VisitView.class);
        query.setParameter("state", state);
        if (organisationId != null) {
            query.setParameter("organisation", organisationId);
        }
        return query.setMaxResults(limit).getResultList();
    }

    @Override
    public List<TimesheetRow> timesheets(TimesheetFilter filter, Long organisationId, int limit, Long before) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (organisationId != null) {
            where.append(" and s.organisationId = :organisation");
            parameters.put("organisation", organisationId);
        }
        if (filter.week() != null) {
            where.append(" and s.week = :week");
            parameters.put("week", filter.week().toString());
        }
        if (filter.contract() != null) {
            where.append(" and c.code = :contract");
            parameters.put("contract", filter.contract());
        }
        if (filter.state() != null) {
            where.append(" and s.state = :state");
            parameters.put("state", filter.state());
        }
        if (before != null) {
            where.append(" and s.id < :before");
            parameters.put("before", before);
        }
        TypedQuery<TimesheetRow> query = em.createQuery(SHEET + where + " order by s.id desc", TimesheetRow.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit + 1).getResultList();
    }

    @Override
    public Optional<TimesheetRow> timesheet(long id) {
        return em.createQuery(SHEET + " where s.id = :id", TimesheetRow.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<TimesheetRow> timesheets(long contractId, IsoWeek from, IsoWeek until) {
        // The written form of weeks sorts like the weeks themselves.
        return em.createQuery(
                        SHEET + " where s.contractId = :contract and s.week >= :from and s.week <= :until order by s.week",
                        TimesheetRow.class)
                .setParameter("contract", contractId)
                .setParameter("from", from.toString())
                .setParameter("until", until.toString())
                .getResultList();
    }

    @Override
    public List<ActivityMinutes> byActivity(long contractId, Instant from, Instant until) {
        Map<Activity, long[]> sums = new EnumMap<>(Activity.class);
        add(sums, 1, "select w.activity, sum(w.minutes), sum(w.travelMinutes) from Worklog w where w.contractId = :contract"
                + " and w.startedAt >= :from and w.startedAt < :until group by w.activity", contractId, from, until);
        add(sums, -1, "select w.activity, sum(x.minutesOff), sum(x.travelOff) from TimesheetSettlement x"
                + " join TimesheetLine l on l.id = x.lineId join Worklog w on w.id = l.worklogId where w.contractId = :contract"
                + " and w.startedAt >= :from and w.startedAt < :until group by w.activity", contractId, from, until);
        List<ActivityMinutes> result = new ArrayList<>();
        sums.forEach((activity, sum) -> result.add(new ActivityMinutes(activity, sum[0], sum[1])));
        return result;
    }

    private void add(Map<Activity, long[]> sums, int sign, String jpql, long contractId, Instant from, Instant until) {
        for (Object[] row : em.createQuery(jpql, Object[].class)
                .setParameter("contract", contractId)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList()) {
            long[] sum = sums.computeIfAbsent((Activity) row[0], none -> new long[2]);
            sum[0] += sign * ((Number) row[1]).longValue();
            sum[1] += sign * ((Number) row[2]).longValue();
        }
    }
}
