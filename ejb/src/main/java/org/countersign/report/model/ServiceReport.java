package org.countersign.report.model;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The month's service report of a contract (M132–M134): what was received, resolved and accepted, how the agreed targets
 * were kept, what work it took, and what the quality inspection found. It holds values only; nothing in it changes when
 * a ticket does.
 *
 * @param contractCode code of the contract, e.g. {@code DESK-B}
 * @param contractName its name
 * @param organisation name of the customer's organisation
 * @param month        the month reported on, in {@code zone}
 * @param language     language of the report: en, hu, nl or pt, else English is used
 * @param zone         time zone of the contract; every instant is shown in it
 * @param generatedAt  when the report was made
 * @param cutOffAt     when the figures were cut off because the month was still running, or {@code null} for a whole month
 * @param figures      ticket counts
 * @param priorities   service level performance, highest priority first
 * @param speeds       how fast tickets were solved, highest priority first, and all together at the end
 * @param tickets      the tickets of the month, oldest first
 * @param work         work time by activity
 * @param timesheets   the weekly timesheets, oldest first
 * @param lots         the inspection lots, oldest first
 */
public record ServiceReport(String contractCode, String contractName, String organisation, YearMonth month,
                            Locale language, ZoneId zone, Instant generatedAt, Instant cutOffAt,
                            TicketFigures figures, List<PriorityPerformance> priorities, List<SolutionSpeed> speeds, List<ReportedTicket> tickets,
                            List<WorkByActivity> work, List<ReportedTimesheet> timesheets, List<ReportedLot> lots) {

    public ServiceReport {
        Objects.requireNonNull(contractCode, "contractCode");
        Objects.requireNonNull(contractName, "contractName");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(generatedAt, "generatedAt");
        Objects.requireNonNull(figures, "figures");
        priorities = List.copyOf(priorities);
        speeds = List.copyOf(speeds);
        tickets = List.copyOf(tickets);
        work = List.copyOf(work);
        timesheets = List.copyOf(timesheets);
        lots = List.copyOf(lots);
    }

    /** When the figures were cut off; empty when the month had ended. */
    public Optional<Instant> cutOff() {
        return Optional.ofNullable(cutOffAt);
    }
}
