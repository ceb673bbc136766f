package org.countersign.web.work;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countersign.work.service.TimesheetView;

/**
 * The lines of a timesheet that are about one ticket.
 *
 * @param lines by date and person
 * @param minutes of work, corrections taken off
 * @param travelMinutes corrections taken off
 */
public record TicketWork(String ticket, List<TimesheetView.Line> lines, long minutes, long travelMinutes) {

    private static final Comparator<TimesheetView.Line> BY_DATE = Comparator.comparing(TimesheetView.Line::date)
            .thenComparing(TimesheetView.Line::person)
            .thenComparing(TimesheetView.Line::start)
            .thenComparingInt(TimesheetView.Line::ordinal);

    /** The lines of a sheet, by ticket. */
    public static List<TicketWork> of(List<TimesheetView.Line> lines) {
        Map<String, List<TimesheetView.Line>> byTicket =
                lines.stream().collect(Collectors.groupingBy(TimesheetView.Line::ticket, TreeMap::new, Collectors.toList()));
        return byTicket.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
    }

    private static TicketWork of(String ticket, List<TimesheetView.Line> lines) {
        return new TicketWork(
                ticket,
                lines.stream().sorted(BY_DATE).toList(),
                lines.stream().mapToLong(TimesheetView.Line::minutes).sum(),
                lines.stream().mapToLong(TimesheetView.Line::travelMinutes).sum());
    }
}
