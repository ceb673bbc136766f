package org.countersign.work.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.service.TicketDirectory;
import org.countersign.work.model.OnSiteVisit;
import org.countersign.work.model.WorkDone;
import org.countersign.work.model.WorkEvent.WorkBooked;
import org.countersign.work.model.WorkEvent.WorkChanged;
import org.countersign.work.model.WorkEvent.WorkRemoved;
import org.countersign.work.model.WorkLedger;
import org.countersign.work.model.Worklog;

/** Books the caller's own work on tickets (M33, M63). */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE})
public class WorkLogging {

    @Inject
    private WorkLedger ledger;

    @Inject
    private TicketDirectory tickets;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private AccountDirectory accounts;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Books work of the caller.
     *
     * @return the entry's id
     * @throws BusinessRuleViolation {@code not-found} for the ticket; {@code work-in-future}; {@code work-overlaps}; {@code visit-unknown},
     *     {@code visit-not-approved}, {@code visit-of-other-ticket}; else as {@link BookWork} and {@link WorkDone}
     */
    public long book(String ticketNumber, BookWork command) {
        Caller caller = currentCaller.get();
        TicketRef ticket = tickets.ref(ticketNumber);
        WorkDone done = command.done();
        Instant now = clock.instant();
        OnSiteVisit visit = visit(done);
        Worklog worklog = Worklog.book(ticket, caller.accountId(), done, visit, now);
        refuseOverlap(caller.accountId(), done, null);
        ledger.add(worklog);
        ledger.flush();
        events.fire(new WorkBooked(
                ticket, worklog.id(), caller.name(), worklog.startedAt(), worklog.minutes(), worklog.travelMinutes(), worklog.activity()));
        return worklog.id();
    }

    /**
     * Says an entry anew; the own, or as a manager anybody's.
     *
     * @param expectedVersion what the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code work-on-timesheet}; {@code work-of-other-person}; {@code changed-meanwhile}; else as {@link #book}
     */
    public void change(long worklogId, BookWork command, Long expectedVersion) {
        Worklog worklog = own(worklogId, expectedVersion);
        TicketRef ticket = ticketOf(worklog);
        WorkDone done = command.done();
        WorkChanged before = new WorkChanged(
                ticket,
                worklogId,
                worklog.startedAt(),
                worklog.minutes(),
                worklog.travelMinutes(),
                worklog.activity(),
                done.start(),
                done.minutes(),
                done.travelMinutes(),
                done.activity());
        worklog.change(done, visit(done), clock.instant());
        refuseOverlap(worklog.accountId(), done, worklogId);
        ledger.flush();
        events.fire(before);
    }

    /**
     * Takes an entry back; the own, or as a manager anybody's.
     *
     * @throws BusinessRuleViolation {@code work-on-timesheet}; {@code work-of-other-person}; {@code changed-meanwhile}
     */
    public void remove(long worklogId, Long expectedVersion) {
        Worklog worklog = own(worklogId, expectedVersion);
        worklog.requireFree();
        TicketRef ticket = ticketOf(worklog);
        ledger.remove(worklog);
        events.fire(new WorkRemoved(
                ticket,
                worklogId,
                accounts.nameOf(worklog.accountId()),
                worklog.startedAt(),
                worklog.minutes(),
                worklog.travelMinutes(),
                worklog.activity()));
    }

    private Worklog own(long worklogId, Long expectedVersion) {
        Caller caller = currentCaller.get();
        Worklog worklog =
                ledger.lockWorklog(worklogId).orElseThrow(() -> BusinessRuleViolation.notFound("worklog", worklogId));
        if (worklog.accountId() != caller.accountId() && !caller.has(Role.MANAGER)) {
            throw BusinessRuleViolation.forbidden("work-of-other-person");
        }
        if (expectedVersion != null && expectedVersion != worklog.version()) {
            throw BusinessRuleViolation.stale("worklog");
        }
        return worklog;
    }

    private TicketRef ticketOf(Worklog worklog) {
        return tickets.byId(worklog.ticketId())
                .orElseThrow(() -> BusinessRuleViolation.notFound("ticket", worklog.ticketId()));
    }

    private OnSiteVisit visit(WorkDone done) {
        return done.visitId() == null
                ? null
                : ledger.visit(done.visitId())
                        .orElseThrow(() -> BusinessRuleViolation.invalid("onSiteVisit", "visit-unknown", done.visitId()));
    }

    private void refuseOverlap(long accountId, WorkDone done, Long except) {
        ledger.lockPerson(accountId);
        if (ledger.overlaps(accountId, done.start(), done.end(), except)) {
            throw BusinessRuleViolation.conflict("work-overlaps", done.start(), done.end());
        }
    }
}
