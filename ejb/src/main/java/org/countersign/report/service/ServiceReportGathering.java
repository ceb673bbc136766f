package org.countersign.report.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.report.model.MonthOfTickets;
import org.countersign.report.model.ReportPeriod;
import org.countersign.report.model.ReportedTimesheet;
import org.countersign.report.model.ServiceRecords;
import org.countersign.report.model.ServiceReport;
import org.countersign.report.model.SolutionSpeed;
import org.countersign.report.model.TicketFigures;
import org.countersign.report.model.WorkByActivity;
import org.countersign.ticket.service.SolutionTime;
import org.countersign.ticket.service.SolutionTimes;
import org.countersign.work.model.TimesheetState;
import org.countersign.work.service.WorkQueries;

/** Gathers a month's service report from the records; it reads only. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class ServiceReportGathering {

    private static final String ACTIVITY_NAMES = "org.countersign.work.messages";

    @Inject
    private ServiceRecords records;

    @Inject
    private WorkQueries work;

    @Inject
    private SolutionTimes solutions;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    /**
     * The report of a contract's month, as of the month's end, or as of now while the month is running.
     *
     * @param language en, hu, nl or pt
     * @throws BusinessRuleViolation {@code month-not-begun}; {@code not-found} for an unknown contract
     */
    public ServiceReport gather(long contractId, YearMonth month, String language) {
        ContractTerms contract = customers.contract(contractId);
        ZoneId zone = contract.calendar().zone();
        Instant now = clock.instant();
        ReportPeriod period = ReportPeriod.of(month, zone, now);
        MonthOfTickets tickets = new MonthOfTickets(period, records.tickets(contractId, period));
        TicketFigures figures = new TicketFigures(
                tickets.received(),
                records.ticketsResolved(contractId, period),
                tickets.accepted(),
                records.resolutionsRejected(contractId, period),
                records.openAtEnd(contractId, period));
        return new ServiceReport(
                contract.code(),
                contract.name(),
                contract.organisationName(),
                month,
                Locale.forLanguageTag(language),
                zone,
                now,
                period.cutOffAt(),
                figures,
                tickets.performance(),
                speeds(contractId, period),
                tickets.lines(),
                work(contractId, month, Locale.forLanguageTag(language)),
                timesheets(contractId, month),
                records.lots(contractId, period));
    }

    private List<SolutionSpeed> speeds(long contractId, ReportPeriod period) {
        Map<String, List<Duration>> byPriority = new HashMap<>();
        List<SolutionTime> page = List.of();
        do {
            long after = page.isEmpty() ? 0 : page.get(page.size() - 1).id();
            page = solutions.page(contractId, period.from(), period.until(), after);
            page.forEach(one -> byPriority.computeIfAbsent(one.priority().name(), priority -> new ArrayList<>()).add(one.taken()));
        } while (page.size() == SolutionTimes.PAGE);
        return SolutionSpeed.of(byPriority);
    }

    private List<WorkByActivity> work(long contractId, YearMonth month, Locale language) {
        ResourceBundle names = ResourceBundle.getBundle(
                ACTIVITY_NAMES, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return work.minutesByActivity(contractId, month).stream()
                .map(each -> new WorkByActivity(
                        names.getString("Activity." + each.activity().name()), each.minutes(), each.travelMinutes()))
                .toList();
    }

    private List<ReportedTimesheet> timesheets(long contractId, YearMonth month) {
        return work.timesheetsOfMonth(contractId, month).stream()
                .map(sheet -> new ReportedTimesheet(sheet.week().monday(), sheet.totalMinutes(), state(sheet.state())))
                .toList();
    }

    private static ReportedTimesheet.State state(TimesheetState state) {
        return switch (state) {
            case AWAITING -> ReportedTimesheet.State.AWAITING;
            case DISPUTED -> ReportedTimesheet.State.DISPUTED;
            case CONFIRMED -> ReportedTimesheet.State.CONFIRMED;
        };
    }
}
