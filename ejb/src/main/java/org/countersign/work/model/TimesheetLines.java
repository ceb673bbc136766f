package org.countersign.work.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countersign.kernel.BusinessRuleViolation;

/** The lines of one sheet with everything that was decided about them. */
public final class TimesheetLines {

    private final Map<Long, Status> byLine;

    private TimesheetLines(Map<Long, Status> byLine) {
        this.byLine = byLine;
    }

    /**
     * A line as it stands.
     *
     * @param dispute the latest, or {@code null}
     * @param settlement of the latest dispute, or {@code null} while that is open
     * @param minutes of work after corrections
     * @param travelMinutes after corrections
     */
    public record Status(
            TimesheetLine line,
            TimesheetDispute dispute,
            TimesheetSettlement settlement,
            LineConfirmation confirmation,
            int minutes,
            int travelMinutes) {

        public LineState state() {
            if (confirmation != null) {
                return LineState.CONFIRMED;
            }
            return dispute != null && settlement == null ? LineState.DISPUTED : LineState.AWAITING;
        }

        /** Work and travel together. */
        public int totalMinutes() {
            return minutes + travelMinutes;
        }
    }

    public static TimesheetLines of(
            List<TimesheetLine> lines,
            List<TimesheetDispute> disputes,
            List<TimesheetSettlement> settlements,
            List<LineConfirmation> confirmations) {
        Map<Long, TimesheetDispute> latest = disputes.stream()
                .collect(Collectors.toMap(TimesheetDispute::lineId, Function.identity(), (a, b) -> a.id() > b.id() ? a : b));
        Map<Long, TimesheetSettlement> settled =
                settlements.stream().collect(Collectors.toMap(TimesheetSettlement::disputeId, Function.identity()));
        Map<Long, List<TimesheetSettlement>> settledByLine =
                settlements.stream().collect(Collectors.groupingBy(TimesheetSettlement::lineId));
        Map<Long, LineConfirmation> confirmed =
                confirmations.stream().collect(Collectors.toMap(LineConfirmation::lineId, Function.identity()));
        Map<Long, Status> byLine = new java.util.LinkedHashMap<>();
        lines.stream().sorted(Comparator.comparingInt(TimesheetLine::ordinal)).forEach(line -> {
            TimesheetDispute dispute = latest.get(line.id());
            List<TimesheetSettlement> own = settledByLine.getOrDefault(line.id(), List.of());
            byLine.put(
                    line.id(),
                    new Status(
                            line,
                            dispute,
                            dispute == null ? null : settled.get(dispute.id()),
                            confirmed.get(line.id()),
                            line.minutes() - own.stream().mapToInt(TimesheetSettlement::minutesOff).sum(),
                            line.travelMinutes() - own.stream().mapToInt(TimesheetSettlement::travelOff).sum()));
        });
        return new TimesheetLines(byLine);
    }

    /** All, in the order of the sheet. */
    public List<Status> all() {
        return List.copyOf(byLine.values());
    }

    /** Those on which the customer's word is awaited. */
    public List<Status> awaiting() {
        return all().stream().filter(status -> status.state() == LineState.AWAITING).toList();
    }

    public long totalMinutes() {
        return byLine.values().stream().mapToLong(Status::totalMinutes).sum();
    }

    /** @throws BusinessRuleViolation {@code not-found} when the sheet has no such line */
    public Status line(long lineId) {
        return Optional.ofNullable(byLine.get(lineId))
                .orElseThrow(() -> BusinessRuleViolation.notFound("timesheet line", lineId));
    }
}
