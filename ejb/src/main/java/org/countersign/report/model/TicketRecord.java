package org.countersign.report.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A ticket as it is on record.
 *
 * @param priority         e.g. {@code P2}
 * @param responseDue      when the response target runs out; {@code null} while it is halted
 * @param respondedAt      first response, or {@code null}
 * @param resolutionDue    when the resolution target runs out; {@code null} while it is halted
 * @param resolvedAt       when the resolution that stands was proposed, or {@code null}
 * @param acceptedAt       when the customer accepted it, or {@code null}
 * @param acceptedByName   who accepted it, or {@code null}
 * @param endedOtherwise   whether it was withdrawn, declined, transferred or found a duplicate
 */
public record TicketRecord(String number, String summary, String priority, Instant receivedAt, Instant responseDue,
                           Instant respondedAt, Instant resolutionDue, Instant resolvedAt, Instant acceptedAt,
                           String acceptedByName, boolean endedOtherwise) {

    public TicketRecord {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }

    /** The line of the report's list, as things stood at the end of the period. */
    ReportedTicket reportedAt(Instant end) {
        return new ReportedTicket(number, summary, priority, receivedAt, before(resolvedAt, end),
                before(acceptedAt, end) == null ? null : acceptedByName,
                TargetOutcome.of(responseDue, respondedAt, end, endedOtherwise),
                TargetOutcome.of(resolutionDue, resolvedAt, end, endedOtherwise));
    }

    private static Instant before(Instant instant, Instant end) {
        return instant != null && instant.isBefore(end) ? instant : null;
    }
}
