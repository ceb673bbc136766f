package org.countersign.ticket.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.serviceclock.model.Due;
import org.countersign.serviceclock.model.Pause;
import org.countersign.serviceclock.model.Segment;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClock;
import org.countersign.serviceclock.model.ServiceClockRefusal;

/**
 * One target of a ticket and all that can be said of it.
 *
 * @param promised service time
 * @param received when the report came in
 * @param start when its time began to count, of an update that of the latest word to the customer; {@code null} while it has not
 * @param beforeStart why it does not count from the receipt on, or {@code null} when it does
 * @param pauses the waits that it does not count
 * @param due when it is used up; empty while it is halted, has not begun, or its calendar gives it no time
 * @param haltedBecause why it is halted, or {@code null}
 * @param met when it was met, or {@code null}; an update is never met for good
 * @param ended when the ticket came to its end, or {@code null}
 * @param missedBefore when an update was due that came too late, the first of them, or {@code null}
 */
public record TargetClock(
        ServiceTarget target,
        Duration promised,
        ServiceCalendar calendar,
        Instant received,
        Instant start,
        String beforeStart,
        List<Pause> pauses,
        Optional<Instant> due,
        String haltedBecause,
        Instant met,
        Instant ended,
        Instant missedBefore) {

    /** Why a target is halted whose calendar gives it no time within ten years. */
    public static final String OUT_OF_REACH = "OUT_OF_REACH";

    /** What lets a halted target, or one at rest, run again; {@code at} is known where the calendar decides, or the end of the wait is. */
    public record RunsAgain(String when, Instant at) {}

    /** When so much of its time is used up, whether that is more or less than what was promised; only once it has begun to count. */
    public Due after(Duration time) {
        return ServiceClock.due(calendar, start, time, pauses);
    }

    /** When it was missed, as far as that is so by {@code now}. */
    public Optional<Instant> missed(Instant now) {
        if (missedBefore != null) {
            return Optional.of(missedBefore);
        }
        return due.filter(instant -> end(now).isAfter(instant));
    }

    /** When it was met; words to the customer are kept once a solution is proposed, as long as it is not rejected. */
    public Optional<Instant> metAt() {
        return target != ServiceTarget.UPDATE
                ? Optional.ofNullable(met)
                : pauses.stream()
                        .filter(pause -> pause.isOpen() && pause.reason().equals(HoldReason.AWAITING_ACCEPTANCE.name()))
                        .map(Pause::from)
                        .findFirst();
    }

    /** What it has come to by {@code now}: a ticket that ended otherwise than by its solution owes nothing but what came too late before. */
    public TargetResult result(Instant now) {
        boolean kept = metAt().isPresent();
        if (ended != null && !kept && missedBefore == null) {
            return TargetResult.NOT_OWED;
        }
        if (missed(now).isPresent()) {
            return TargetResult.MISSED;
        }
        return kept ? TargetResult.MET : TargetResult.RUNNING;
    }

    /**
     * The due instant that decides: that of the first update that came too late, else the one that runs. What was met is halted since, and is
     * told as it was due when it was met.
     */
    public Optional<Instant> decidingDue() {
        if (missedBefore != null) {
            return Optional.of(missedBefore);
        }
        if (due.isPresent() || met == null || start == null) {
            return due;
        }
        try {
            return ServiceClock.due(calendar, start, promised, pauses.stream().filter(pause -> pause.from().isBefore(met)).toList()).instant();
        } catch (ServiceClockRefusal outOfReach) {
            return Optional.empty();
        }
    }

    /** Service time used up until it was met, the ticket ended, or now. */
    public Duration consumed(Instant now) {
        return ServiceClock.counted(counting(now));
    }

    public Duration remaining(Instant now) {
        Duration left = promised.minus(consumed(now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** What counted, what did not, and why: from the receipt, or of an update from the latest word, until it was met, the end, or now. */
    public List<Segment> segments(Instant now) {
        List<Segment> segments = new ArrayList<>();
        Instant began = start == null ? end(now) : start;
        if (target != ServiceTarget.UPDATE && beforeStart != null && began.isAfter(received)) {
            segments.add(new Segment(received, began, false, beforeStart));
        }
        segments.addAll(counting(now));
        return segments;
    }

    /** What would make it run again, or nothing when it runs, is met, or the ticket ended. */
    public Optional<RunsAgain> runsAgain(Instant now) {
        if (met != null && haltedBecause == null || ended != null || target == ServiceTarget.RESPONSE && met != null) {
            return Optional.empty();
        }
        if (haltedBecause != null) {
            return Optional.of(new RunsAgain(haltedBecause, null));
        }
        Optional<Pause> wait = endingWait(now);
        if (wait.isPresent()) {
            return Optional.of(new RunsAgain(wait.get().reason(), openFrom(wait.get().to()).orElse(null)));
        }
        return calendar.isOpen(now)
                ? Optional.empty()
                : calendar.nextOpening(now).map(opening -> new RunsAgain(Segment.OUTSIDE_SERVICE_HOURS, opening));
    }

    /** Until when it waits and then runs again by itself, as far as the calendar is open then; nothing while it does not, or nobody knows. */
    public Optional<Instant> waitsUntil(Instant now) {
        return runsAgain(now).isEmpty() ? Optional.empty() : endingWait(now).map(Pause::to);
    }

    /** The wait with a known end in which it is before it was used up. */
    private Optional<Pause> endingWait(Instant now) {
        return pauses.stream()
                .filter(pause -> !pause.isOpen() && !now.isBefore(pause.from()) && now.isBefore(pause.to()))
                .filter(pause -> due.filter(instant -> instant.isAfter(pause.from())).isPresent())
                .findFirst();
    }

    private Optional<Instant> openFrom(Instant instant) {
        return calendar.isOpen(instant) ? Optional.of(instant) : calendar.nextOpening(instant);
    }

    private List<Segment> counting(Instant now) {
        Instant end = end(now);
        return start == null || !end.isAfter(start) ? List.of() : ServiceClock.segments(calendar, start, end, pauses);
    }

    private Instant end(Instant now) {
        return met != null ? met : ended != null ? ended : now;
    }
}
