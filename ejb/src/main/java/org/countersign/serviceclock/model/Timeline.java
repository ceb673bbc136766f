package org.countersign.serviceclock.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Walks forward from an instant, one stretch of the calendar or one pause at a time. Where pauses overlap, the one that
 * began first gives the reason until it ends.
 */
final class Timeline {

    private final ServiceCalendar calendar;
    private final List<Pause> pauses;
    private int nextPause;
    private Instant now;

    Timeline(ServiceCalendar calendar, Instant start, List<Pause> pauses) {
        this.calendar = calendar;
        this.pauses = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
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
}
