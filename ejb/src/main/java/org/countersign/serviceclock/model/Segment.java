package org.countersign.serviceclock.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A piece of real time within which service time ran, or did not, for one reason.
 *
 * @param from    inclusive
 * @param to      exclusive, or {@code null} while an open pause halts the clock
 * @param counted whether it counted as service time
 * @param reason  {@link #IN_SERVICE_HOURS}, {@link #OUTSIDE_SERVICE_HOURS}, {@link #CLOSED_DAY}, or the reason of the
 *                pause that halted the clock
 */
public record Segment(Instant from, Instant to, boolean counted, String reason) {

    /** Counted. */
    public static final String IN_SERVICE_HOURS = "IN_SERVICE_HOURS";
    /** Before opening, between windows, after closing, or a day of the week without service. */
    public static final String OUTSIDE_SERVICE_HOURS = "OUTSIDE_SERVICE_HOURS";
    /** A date that an exception of the calendar closes, e.g. a public holiday. */
    public static final String CLOSED_DAY = "CLOSED_DAY";

    public Segment {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(reason, "reason");
    }

    public boolean isOpen() {
        return to == null;
    }

    /**
     * Real time from beginning to end.
     *
     * @throws IllegalStateException while it is open
     */
    public Duration length() {
        if (isOpen()) {
            throw new IllegalStateException("open since " + from);
        }
        return Duration.between(from, to);
    }

    /** The part that lies before the instant. */
    Segment until(Instant end) {
        return isOpen() || end.isBefore(to) ? new Segment(from, end, counted, reason) : this;
    }

    boolean continuedBy(Segment next) {
        return next.from.equals(to) && next.counted == counted && next.reason.equals(reason);
    }
}
