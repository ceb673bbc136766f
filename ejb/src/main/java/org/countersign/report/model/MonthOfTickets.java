package org.countersign.report.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tickets with which a month had to do, and what the report says about them.
 *
 * @param period  the span
 * @param tickets those received, resolved or accepted in it, on record today
 */
public record MonthOfTickets(ReportPeriod period, List<TicketRecord> tickets) {

    public MonthOfTickets {
        tickets = List.copyOf(tickets);
    }

    public int received() {
        return received(tickets).size();
    }

    public int accepted() {
        return (int) tickets.stream().filter(ticket -> period.contains(ticket.acceptedAt())).count();
    }

    /** The list of the report, oldest first. */
    public List<ReportedTicket> lines() {
        return tickets.stream()
                .sorted(Comparator.comparing(TicketRecord::receivedAt).thenComparing(TicketRecord::number))
                .map(ticket -> ticket.reportedAt(period.until()))
                .toList();
    }

    /** How the targets of the tickets received in the period were kept; priorities without a ticket are left out. */
    public List<PriorityPerformance> performance() {
        Map<String, List<ReportedTicket>> byPriority = received(tickets).stream()
                .map(ticket -> ticket.reportedAt(period.until()))
                .collect(Collectors.groupingBy(ReportedTicket::priority, TreeMap::new, Collectors.toList()));
        return byPriority.entrySet().stream()
                .map(each -> new PriorityPerformance(each.getKey(), each.getValue().size(),
                        count(each.getValue(), ReportedTicket::response),
                        count(each.getValue(), ReportedTicket::resolution)))
                .toList();
    }

    private List<TicketRecord> received(List<TicketRecord> all) {
        return all.stream().filter(ticket -> period.contains(ticket.receivedAt())).toList();
    }

    private static TargetCount count(List<ReportedTicket> tickets, Function<ReportedTicket, TargetOutcome> target) {
        Map<TargetOutcome, Long> counts =
                tickets.stream().collect(Collectors.groupingBy(target, Collectors.counting()));
        return new TargetCount(counts.getOrDefault(TargetOutcome.MET, 0L).intValue(),
                counts.getOrDefault(TargetOutcome.BREACHED, 0L).intValue());
    }
}
