package org.countersign.ticket.service;

import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TargetClock;
import org.countersign.ticket.model.TargetResult;
import org.countersign.ticket.model.TicketClock;

/**
 * A ticket's targets as they were, and as they would have been.
 *
 * @param targets those that are promised on either side
 */
public record ReplayedTicket(long id, Instant receivedAt, List<Target> targets) {

    /** One target. */
    public record Target(ServiceTarget target, Side was, Side would) {}

    /**
     * A target on one side.
     *
     * @param due the instant that decides, or {@code null} while it is halted or where none is promised
     * @param decidedAt when it was met or missed, or {@code null}
     */
    public record Side(Priority priority, TargetResult result, Instant due, Instant decidedAt) {

        static Side of(TicketClock clock, ServiceTarget target, Instant asOf) {
            return clock.target(target)
                    .map(found -> of(clock.priority(), found, asOf))
                    .orElseGet(() -> new Side(clock.priority(), TargetResult.NOT_OWED, null, null));
        }

        private static Side of(Priority priority, TargetClock clock, Instant asOf) {
            TargetResult result = clock.result(asOf);
            Instant due = clock.decidingDue().orElse(null);
            Instant decided =
                    switch (result) {
                        case MET -> clock.metAt().orElseThrow();
                        case MISSED -> clock.missed(asOf).orElseThrow();
                        case RUNNING, NOT_OWED -> null;
                    };
            return new Side(priority, result, due, decided);
        }

        public boolean isMissed() {
            return result == TargetResult.MISSED;
        }
    }
}
