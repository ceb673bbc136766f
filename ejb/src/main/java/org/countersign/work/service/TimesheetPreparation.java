package org.countersign.work.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.IsoWeek;
import org.countersign.work.model.Timesheet;
import org.countersign.work.model.TimesheetCompilation;
import org.countersign.work.model.TimesheetCut;
import org.countersign.work.model.TimesheetLine;
import org.countersign.work.model.Timesheets;
import org.countersign.work.model.WorkEvent.TimesheetAwaitingConfirmation;
import org.countersign.work.model.WorkLedger;
import org.countersign.work.model.WorkLedger.FreeWork;

/** Cuts weeks into timesheets. Asked again for the same week it makes nothing again. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class TimesheetPreparation {

    @Inject
    private WorkLedger ledger;

    @Inject
    private Timesheets timesheets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Makes the sheet of a contract's week, if there is work and no sheet yet. A week that still runs is cut off now.
     *
     * @param runId the batch run, or {@code null}
     * @throws BusinessRuleViolation {@code week-not-begun} when the week has not begun in the contract's zone; {@code not-found}
     */
    public PreparedTimesheet prepare(long contractId, IsoWeek week, Long runId) {
        ContractTerms contract = customers.contract(contractId);
        ZoneId zone = contract.calendar().zone();
        Instant now = clock.instant();
        Instant cutOffAt = week.cutOff(zone, now).orElse(null);
        Optional<Timesheet> before = timesheets.ofWeek(contractId, week);
        if (before.isPresent()) {
            Timesheet sheet = before.get();
            return new PreparedTimesheet(
                    PreparedTimesheet.Outcome.ALREADY_THERE, sheet.id(), sheet.lineCount(), sheet.totalMinutes(), sheet.cutOffAt());
        }
        Set<IsoWeek> cut = ledger.cutWeeks(contractId);
        if (!cut.contains(week)) {
            timesheets.add(new TimesheetCut(contractId, week, now));
        }
        Map<Long, FreeWork> free = ledger.free(contractId, week.end(zone)).stream()
                .collect(Collectors.toMap(work -> work.worklog().id(), Function.identity()));
        List<TimesheetCompilation.Entry> entries = TimesheetCompilation.of(
                week, zone, cut, free.values().stream().map(FreeWork::entry).toList());
        if (entries.isEmpty()) {
            return new PreparedTimesheet(PreparedTimesheet.Outcome.EMPTY, null, 0, 0, cutOffAt);
        }
        Timesheet sheet = Timesheet.cut(contractId, contract.organisationId(), week, entries, now, cutOffAt, runId);
        timesheets.add(sheet);
        List<TimesheetLine> lines = new ArrayList<>();
        for (TimesheetCompilation.Entry entry : entries) {
            sheet.take(free.get(entry.worklogId()).worklog());
            lines.add(new TimesheetLine(sheet.id(), lines.size() + 1, entry, zone));
        }
        timesheets.addLines(lines);
        timesheets.flush();
        events.fire(new TimesheetAwaitingConfirmation(
                contractId, sheet.id(), week, cutOffAt, sheet.lineCount(), sheet.totalMinutes()));
        return new PreparedTimesheet(
                PreparedTimesheet.Outcome.CREATED, sheet.id(), sheet.lineCount(), sheet.totalMinutes(), cutOffAt);
    }
}
