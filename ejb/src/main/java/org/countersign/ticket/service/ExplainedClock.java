package org.countersign.ticket.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.countersign.serviceclock.model.Due;
import org.countersign.serviceclock.model.Pause;
import org.countersign.serviceclock.model.Segment;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClock;
import org.countersign.ticket.model.Ticket;

/** The service clock of a ticket, target by target, with every span that counted or did not and why. */
public record ExplainedClock(String ticket, Instant asOf, List<Target> targets) {

    /**
     * One target.
     *
     * @param name {@code RESPONSE} or {@code RESOLUTION}
     * @param promised service time promised
     * @param consumed service time used until it was met, or until now
     * @param remaining service time left, zero when it is used up
     * @param due {@code null} while halted
     * @param haltedBecause reason of the open pause, or {@code null}
     * @param met when it was met, or {@code null}
     */
    public record Target(
            String name,
            Duration promised,
            Duration consumed,
            Duration remaining,
            Instant due,
            String haltedBecause,
            Instant met,
            boolean breached,
            List<Segment> segments) {}

    static ExplainedClock of(Ticket ticket, ServiceCalendar calendar, Instant now) {
        List<String> breached = ticket.breached(now);
        return new ExplainedClock(
                ticket.number(),
                now,
                List.of(
                        target("RESPONSE", ticket.responseClock(calendar), ticket, ticket.respondedAt(), calendar, now, breached),
                        target("RESOLUTION", ticket.resolutionClock(calendar), ticket, ticket.resolvedAt(), calendar, now, breached)));
    }

    private static Target target(
            String name, Due due, Ticket ticket, Instant met, ServiceCalendar calendar, Instant now, List<String> breached) {
        Instant end = met != null ? met : ticket.closedAt() != null ? ticket.closedAt() : now;
        if (end.isBefore(ticket.receivedAt())) {
            end = ticket.receivedAt();
        }
        List<Pause> pauses = ticket.pauses();
        List<Segment> segments = ServiceClock.segments(calendar, ticket.receivedAt(), end, pauses);
        Duration consumed = ServiceClock.counted(segments);
        Duration left = due.target().minus(consumed);
        String because = due.halted()
                ? pauses.stream().filter(Pause::isOpen).map(Pause::reason).findFirst().orElse(null)
                : null;
        return new Target(
                name,
                due.target(),
                consumed,
                left.isNegative() ? Duration.ZERO : left,
                due.instant().orElse(null),
                because,
                met,
                breached.contains(name),
                segments);
    }
}
