package org.countersign.serviceclock.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A period in which service time does not run, whatever the hour: from {@code from} (inclusive) to {@code to}
 * (exclusive).
 *
 * @param from   when the clock was halted
 * @param to     when it was resumed, or {@code null} while the pause is open
 * @param reason why, as a code that the explanation of the clock repeats, e.g. {@code AWAITING_ACCEPTANCE}
 */
public record Pause(Instant from, Instant to, String reason) {

    /** The reason of a pause for which none was given. */
    public static final String UNSPECIFIED = "PAUSED";

    /** @throws ServiceClockRefusal when it ends before it begins, or the reason is blank */
    public Pause {
        Objects.requireNonNull(from, "from");
        if (to != null && to.isBefore(from)) {
            throw new ServiceClockRefusal("pauses", "pause-ends-before-start", from + "/" + to);
        }
        if (reason == null || reason.isBlank()) {
            throw new ServiceClockRefusal("pauses", "pause-reason-missing", reason);
        }
    }

    /** A pause that is over. */
    public static Pause between(Instant from, Instant to, String reason) {
        return new Pause(from, Objects.requireNonNull(to, "to"), reason);
    }

    /** A pause that nobody has ended yet. */
    public static Pause openSince(Instant from, String reason) {
        return new Pause(from, null, reason);
    }

    /** The same pause, over. */
    public Pause endedAt(Instant end) {
        return between(from, end, reason);
    }

    public boolean isOpen() {
        return to == null;
    }

    /** Whether nothing of the pause lies after the instant. */
    boolean isOverBy(Instant instant) {
        return to != null && !to.isAfter(instant);
    }
}
