package org.countersign.work.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;
import org.countersign.ticket.model.TicketRef;

/**
 * One piece of work of one person on one ticket (M62, M63). It may be changed or removed until it is taken onto a timesheet; from then on
 * it stays as it is.
 */
@Entity
public class Worklog extends DomainEntity {

    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private int minutes;

    @Enumerated(EnumType.STRING)
    private Activity activity;

    @Column(name = "travel_minutes")
    private int travelMinutes;

    @Column(name = "visit_id")
    private Long visitId;

    private String note;

    @Column(name = "booked_at")
    private Instant bookedAt;

    @Column(name = "timesheet_id")
    private Long timesheetId;

    protected Worklog() {}

    /**
     * Books work.
     *
     * @param visit the visit that {@code done} names, or {@code null} when it names none
     * @throws BusinessRuleViolation {@code work-in-future}, {@code visit-not-approved}, {@code visit-of-other-ticket}
     */
    public static Worklog book(TicketRef ticket, long accountId, WorkDone done, OnSiteVisit visit, Instant now) {
        Worklog worklog = new Worklog();
        worklog.ticketId = ticket.id();
        worklog.contractId = ticket.contractId();
        worklog.accountId = accountId;
        worklog.bookedAt = now;
        worklog.fill(done, visit, now);
        return worklog;
    }

    /**
     * Says it anew.
     *
     * @throws BusinessRuleViolation {@code work-on-timesheet}; else as {@link #book}
     */
    public void change(WorkDone done, OnSiteVisit visit, Instant now) {
        requireFree();
        fill(done, visit, now);
    }

    /** @throws BusinessRuleViolation {@code work-on-timesheet} when it is on a sheet */
    public void requireFree() {
        if (timesheetId != null) {
            throw BusinessRuleViolation.conflict("work-on-timesheet");
        }
    }

    /** Goes onto a timesheet, once. */
    void putOn(long timesheet) {
        requireFree();
        timesheetId = timesheet;
    }

    private void fill(WorkDone done, OnSiteVisit visit, Instant now) {
        done.requireDoneBy(now);
        if (visit != null && visit.ticketId() != ticketId) {
            throw BusinessRuleViolation.invalid("onSiteVisit", "visit-of-other-ticket");
        }
        if (visit != null && !visit.isApproved()) {
            throw BusinessRuleViolation.invalid("onSiteVisit", "visit-not-approved");
        }
        startedAt = done.start();
        endedAt = done.end();
        minutes = done.minutes();
        activity = done.activity();
        travelMinutes = done.travelMinutes();
        visitId = visit == null ? null : visit.id();
        note = done.note();
    }

    public long ticketId() {
        return ticketId;
    }

    public long contractId() {
        return contractId;
    }

    public long accountId() {
        return accountId;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public int minutes() {
        return minutes;
    }

    public Activity activity() {
        return activity;
    }

    public int travelMinutes() {
        return travelMinutes;
    }

    public Long visitId() {
        return visitId;
    }

    public String note() {
        return note;
    }

    public Long timesheetId() {
        return timesheetId;
    }
}
