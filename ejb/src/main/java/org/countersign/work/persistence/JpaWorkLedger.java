package org.countersign.work.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.kernel.IsoWeek;
import org.countersign.work.model.OnSiteVisit;
import org.countersign.work.model.TimesheetCompilation;
import org.countersign.work.model.WorkLedger;
import org.countersign.work.model.Worklog;

/** {@link WorkLedger} in the database. */
@ApplicationScoped
public class JpaWorkLedger implements WorkLedger {

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(OnSiteVisit visit) {
        em.persist(visit);
    }

    @Override
    public Optional<OnSiteVisit> visit(long id) {
        return Optional.ofNullable(em.find(OnSiteVisit.class, id));
    }

    @Override
    public Optional<OnSiteVisit> lockVisit(long id) {
        return Optional.ofNullable(em.find(OnSiteVisit.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void add(Worklog worklog) {
        em.persist(worklog);
    }

    @Override
    public void remove(Worklog worklog) {
        em.remove(worklog);
        em.flush();
    }

    @Override
    public Optional<Worklog> lockWorklog(long id) {
        return Optional.ofNullable(em.find(Worklog.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void lockPerson(long accountId) {
        em.createNativeQuery("SELECT id FROM account WHERE id = ? FOR UPDATE")
                .setParameter(1, accountId)
                .getResultList();
    }

    @Override
    public boolean overlaps(long accountId, Instant from, Instant until, Long except) {
        return !em.createQuery(
                        "select w.id from Worklog w where w.accountId = :account and w.startedAt < :until and w.endedAt > :from"
                                + " and w.startedAt >= :dayBefore and w.id <> :except",
                        Long.class)
                .setParameter("account", accountId)
                .setParameter("from", from)
                .setParameter("until", until)
                // No entry is longer than a day, so the index on the start bounds the search at both ends.
                .setParameter("dayBefore", from.minusSeconds(24 * 60 * 60))
                .setParameter("except", except == null ? -1L : except)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public List<FreeWork> free(long contractId, Instant until) {
        return em.createQuery(
                        "select w, t.number, a.displayName from Worklog w join Ticket t on t.id = w.ticketId"
                                + " join Account a on a.id = w.accountId where w.contractId = :contract and w.timesheetId is null"
                                + " and w.startedAt < :until",
                        Object[].class)
                .setParameter("contract", contractId)
                .setParameter("until", until)
                .getResultStream()
                .map(row -> free((Worklog) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    private static FreeWork free(Worklog worklog, String ticketNumber, String person) {
        return new FreeWork(
                worklog,
                new TimesheetCompilation.Entry(
                        worklog.id(),
                        ticketNumber,
                        worklog.accountId(),
                        person,
                        worklog.activity(),
                        worklog.startedAt(),
                        worklog.minutes(),
                        worklog.travelMinutes(),
                        worklog.note()));
    }

    @Override
    public Set<IsoWeek> cutWeeks(long contractId) {
        return em.createQuery("select c.week from TimesheetCut c where c.contractId = :contract", String.class)
                .setParameter("contract", contractId)
                .getResultStream()
                .map(IsoWeek::parse)
                .collect(Collectors.toSet());
    }

    @Override
    public void flush() {
        em.flush();
    }
}
