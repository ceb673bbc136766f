package org.countersign.serviceclock.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Walks forward from an instant, one stretch of the calendar or one pause at a time. */
final class Timeline {

    private final ServiceCalendar calendar;
    private final List<Pause> pauses;
    private int nextPause;
    private Instant now;

    Timeline(ServiceCalendar calendar, Instant start, List<Pause> pauses) {
        this.calendar = calendar;
        this.pauses = withoutOverlap(pauses);
        this.now = start;
        skipPausesThatAreOver();
    }

    /** Whether the next segment is a pause. */
    boolean paused() {
        return nextPause < pauses.size() && !pauses.get(nextPause).from().isAfter(now);
    }

    /** The segment that begins where the last one ended; there is none after an open one. */
    Segment next() {
        Segment segment;
        if (paused()) {
            Pause pause = pauses.get(nextPause);
            segment = new Segment(now, pause.to(), false, pause.reason());
        } else {
            segment = calendar.stretchFrom(now);
            if (nextPause < pauses.size()) {
                segment = segment.until(pauses.get(nextPause).from());
            }
        }
        now = segment.to();
        if (!segment.isOpen()) {
            skipPausesThatAreOver();
        }
        return segment;
    }

    private void skipPausesThatAreOver() {
        while (nextPause < pauses.size() && pauses.get(nextPause).isOverBy(now)) {
            nextPause++;
        }
    }

    /** Where pauses overlap, the one that began first gives the reason; nothing follows an open pause. */
    private static List<Pause> withoutOverlap(List<Pause> pauses) {
        List<Pause> sorted = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
        List<Pause> disjoint = new ArrayList<>();
        Instant covered = Instant.MIN;
        for (Pause pause : sorted) {
            Instant from = pause.from().isAfter(covered) ? pause.from() : covered;
            if (pause.isOverBy(from)) {
                continue;
            }
            disjoint.add(new Pause(from, pause.to(), pause.reason()));
            if (pause.isOpen()) {
                break;
            }
            covered = pause.to();
        }
        return disjoint;
    }
}
