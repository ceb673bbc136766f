package org.countersign.ticket.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.ContractTerms;
import org.countersign.serviceclock.model.Segment;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TargetClock;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketClock;

/**
 * The service clock of a ticket, target by target, with every span that counted or did not and why.
 *
 * @param contractVersion the version of the contract under which it is told
 * @param calendarRevision the recording of the calendar
 */
public record ExplainedClock(
        String ticket, Instant asOf, int contractVersion, int calendarRevision, Priority priority, List<Target> targets) {

    /**
     * One target.
     *
     * @param name {@code RESPONSE}, {@code UPDATE} or {@code RESOLUTION}
     * @param promised service time promised
     * @param start when it began to count, of an update with the latest word to the customer; {@code null} while it has not
     * @param consumed service time used until it was met, or until now
     * @param remaining service time left, zero when it is used up
     * @param due {@code null} while halted
     * @param haltedBecause reason of the open pause, or {@code null}
     * @param runsAgain what would make a halted or resting target run again, or {@code null}
     * @param waitsUntil until when it waits and then runs again by itself, or {@code null}
     * @param met when it was met, or {@code null}
     * @param missedAt when it was missed, or {@code null}
     */
    public record Target(
            String name,
            Duration promised,
            Instant start,
            Duration consumed,
            Duration remaining,
            Instant due,
            String haltedBecause,
            TargetClock.RunsAgain runsAgain,
            Instant waitsUntil,
            Instant met,
            boolean breached,
            Instant missedAt,
            List<Segment> segments) {}

    static ExplainedClock of(Ticket ticket, ContractTerms terms, Instant now) {
        TicketClock clock = ticket.clock(terms);
        return new ExplainedClock(
                ticket.number(),
                now,
                terms.version(),
                terms.calendarRevision(),
                clock.priority(),
                clock.targets().stream().map(target -> explain(target, now)).toList());
    }

    private static Target explain(TargetClock clock, Instant now) {
        Instant missed = clock.missed(now).orElse(null);
        return new Target(
                clock.target().name(),
                clock.promised(),
                clock.start(),
                clock.consumed(now),
                clock.remaining(now),
                clock.due().orElse(null),
                clock.haltedBecause(),
                clock.runsAgain(now).orElse(null),
                clock.waitsUntil(now).orElse(null),
                clock.met(),
                missed != null,
                missed,
                clock.segments(now));
    }
}
