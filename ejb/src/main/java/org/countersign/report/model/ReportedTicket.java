package org.countersign.report.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of the report's ticket list.
 *
 * @param number         the ticket's number
 * @param summary        what the reporter called it; any text, printed literally
 * @param priority       e.g. {@code P2}
 * @param receivedAt     when it was registered
 * @param resolvedAt     when its resolution was proposed, or {@code null}
 * @param acceptedByName who accepted the resolution, or {@code null} while nobody has
 * @param response       outcome of the response target
 * @param resolution     outcome of the resolution target
 */
public record ReportedTicket(String number, String summary, String priority, Instant receivedAt, Instant resolvedAt,
                             String acceptedByName, TargetOutcome response, TargetOutcome resolution) {

    public ReportedTicket {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(resolution, "resolution");
    }

    public Optional<Instant> resolved() {
        return Optional.ofNullable(resolvedAt);
    }

    public Optional<String> acceptedBy() {
        return Optional.ofNullable(acceptedByName);
    }
}
