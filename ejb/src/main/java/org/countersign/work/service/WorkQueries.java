package org.countersign.work.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.IsoWeek;
import org.countersign.ticket.service.TicketDirectory;
import org.countersign.work.model.LineState;
import org.countersign.work.model.Timesheet;
import org.countersign.work.model.TimesheetDispute;
import org.countersign.work.model.TimesheetLine;
import org.countersign.work.model.TimesheetLines;
import org.countersign.work.model.TimesheetSettlement;
import org.countersign.work.model.TimesheetState;
import org.countersign.work.model.Timesheets;
import org.countersign.work.model.VisitState;

/** What screens, the API and reports show of work. A contact sees the own organisation's only. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE})
public class WorkQueries {

    @Inject
    private WorkViews views;

    @Inject
    private Timesheets timesheets;

    @Inject
    private TimesheetAccess access;

    @Inject
    private TicketDirectory tickets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private CustomerVoice voice;

    @Inject
    private CurrentCaller currentCaller;

    /** All work on a ticket, by start. */
    public List<WorkEntry> ofTicket(String ticketNumber) {
        return views.ofTicket(tickets.ref(ticketNumber).id());
    }

    /** All visits for a ticket, by planned time. */
    public List<VisitView> visitsOf(String ticketNumber) {
        return views.visitsOf(tickets.ref(ticketNumber).id());
    }

    /** Visits on which a customer's word is awaited, by planned time, {@value CursorPage#MAXIMUM_LIMIT} at most. */
    public List<VisitView> visitsAwaitingApproval() {
        return views.visits(currentCaller.get().organisationId(), VisitState.PROPOSED, CursorPage.MAXIMUM_LIMIT);
    }

    /**
     * A page of timesheets, newest first.
     *
     * @throws BusinessRuleViolation {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<TimesheetRow> timesheets(TimesheetFilter filter, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        Long before = after == null ? null : Cursor.parseLong(after);
        return CursorPage.of(
                views.timesheets(filter, currentCaller.get().organisationId(), rows, before), rows, row -> Cursor.of(row.id()));
    }

    /**
     * One timesheet with its lines.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public TimesheetView timesheet(long id) {
        Caller caller = currentCaller.get();
        Timesheet sheet = access.find(id, caller);
        TimesheetRow row = views.timesheet(id).orElseThrow(() -> BusinessRuleViolation.notFound("timesheet", id));
        TimesheetLines lines = timesheets.linesOf(id);
        boolean open = sheet.state() != TimesheetState.CONFIRMED;
        boolean somethingAwaits = lines.all().stream().anyMatch(status -> status.state() == LineState.AWAITING);
        TimesheetView.Seal seal = timesheets
                .sealOf(id)
                .map(s -> new TimesheetView.Seal(customers.contact(s.contactId()).name(), s.confirmedAt(), s.contentHash()))
                .orElse(null);
        return new TimesheetView(
                row,
                lines.all().stream().map(WorkQueries::line).toList(),
                open && somethingAwaits && voice.authority(caller, sheet.contractId()).isPresent(),
                open && voice.speaksFor(caller, sheet.contractId(), sheet.organisationId()),
                seal);
    }

    /**
     * Time of a month by activity, for reports; the month is that of the contract's zone.
     */
    @RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.SYSTEM})
    public List<ActivityMinutes> minutesByActivity(long contractId, YearMonth month) {
        ZoneId zone = customers.contract(contractId).calendar().zone();
        return views.byActivity(
                contractId,
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    /** The sheets of the weeks that have days in the month, by week, for reports. */
    @RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.SYSTEM})
    public List<TimesheetRow> timesheetsOfMonth(long contractId, YearMonth month) {
        return views.timesheets(contractId, IsoWeek.of(month.atDay(1)), IsoWeek.of(month.atEndOfMonth()));
    }

    private static TimesheetView.Line line(TimesheetLines.Status status) {
        TimesheetLine line = status.line();
        TimesheetDispute dispute = status.dispute();
        TimesheetSettlement settlement = status.settlement();
        return new TimesheetView.Line(
                line.id(),
                line.ordinal(),
                line.ticketNumber(),
                line.person(),
                line.activity(),
                line.workDate(),
                line.startedAt(),
                status.minutes(),
                status.travelMinutes(),
                line.minutes(),
                line.travelMinutes(),
                line.note(),
                status.state(),
                dispute == null ? null : dispute.reason(),
                dispute == null ? null : dispute.disputedAt(),
                settlement == null ? null : settlement.manner(),
                settlement == null ? null : settlement.text());
    }
}
