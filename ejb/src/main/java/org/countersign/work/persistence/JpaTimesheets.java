package org.countersign.work.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.countersign.kernel.IsoWeek;
import org.countersign.work.model.LineConfirmation;
import org.countersign.work.model.Timesheet;
import org.countersign.work.model.TimesheetCut;
import org.countersign.work.model.TimesheetDispute;
import org.countersign.work.model.TimesheetLine;
import org.countersign.work.model.TimesheetLines;
import org.countersign.work.model.TimesheetSeal;
import org.countersign.work.model.TimesheetSettlement;
import org.countersign.work.model.Timesheets;

/** {@link Timesheets} in the database. */
@ApplicationScoped
public class JpaTimesheets implements Timesheets {

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(Timesheet sheet) {
        em.persist(sheet);
        // Before the entries that will point to it.
        em.flush();
    }

    @Override
    public void addLines(List<TimesheetLine> lines) {
        lines.forEach(em::persist);
    }

    @Override
    public void add(TimesheetCut cut) {
        em.persist(cut);
    }

    @Override
    public void add(TimesheetDispute dispute) {
        em.persist(dispute);
    }

    @Override
    public void add(TimesheetSettlement settlement) {
        em.persist(settlement);
    }

    @Override
    public void add(List<LineConfirmation> confirmations) {
        confirmations.forEach(em::persist);
    }

    @Override
    public void add(TimesheetSeal seal) {
        em.persist(seal);
        // Before the sheet that will point to it.
        em.flush();
    }

    @Override
    public Optional<Timesheet> ofWeek(long contractId, IsoWeek week) {
        return em.createQuery("select s from Timesheet s where s.contractId = :contract and s.week = :week", Timesheet.class)
                .setParameter("contract", contractId)
                .setParameter("week", week.toString())
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Timesheet> byId(long id) {
        return Optional.ofNullable(em.find(Timesheet.class, id));
    }

    @Override
    public Optional<Timesheet> lock(long id) {
        return Optional.ofNullable(em.find(Timesheet.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public TimesheetLines linesOf(long timesheetId) {
        return TimesheetLines.of(
                all(timesheetId, TimesheetLine.class),
                all(timesheetId, TimesheetDispute.class),
                all(timesheetId, TimesheetSettlement.class),
                all(timesheetId, LineConfirmation.class));
    }

    private <T> List<T> all(long timesheetId, Class<T> type) {
        return em.createQuery("select x from " + type.getSimpleName() + " x where x.timesheetId = :sheet", type)
                .setParameter("sheet", timesheetId)
                .getResultList();
    }

    @Override
    public Optional<TimesheetSeal> sealOf(long timesheetId) {
        return em.createQuery("select x from TimesheetSeal x where x.timesheetId = :sheet", TimesheetSeal.class)
                .setParameter("sheet", timesheetId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void flush() {
        em.flush();
    }
}
