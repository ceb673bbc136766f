package org.countersign.serviceclock.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a target falls due, or how far it had got when an open pause halted it, together with the explanation.
 *
 * <p>A halted target has no due instant: it moves on with every minute that the pause lasts. Once the pause has ended
 * the caller asks again, either from the start with the ended pause, or from the moment of resumption with
 * {@link #remaining()} as the target; both give the same instant.
 *
 * @param instant     when the target is used up; empty while it is halted
 * @param haltedSince since when an open pause has halted it; empty when it is not halted
 * @param consumed    service time used up so far: the whole target unless it is halted
 * @param remaining   service time left; zero unless the target is halted
 * @param segments    from the start to the due instant without gaps; while the target is halted the last one is open
 */
public record Due(
        Optional<Instant> instant,
        Optional<Instant> haltedSince,
        Duration consumed,
        Duration remaining,
        List<Segment> segments) {

    public Due {
        if (instant.isPresent() == haltedSince.isPresent()) {
            throw new IllegalArgumentException("either due or halted");
        }
        segments = List.copyOf(segments);
    }

    static Due at(Instant instant, Duration target, List<Segment> segments) {
        return new Due(Optional.of(instant), Optional.empty(), target, Duration.ZERO, segments);
    }

    static Due haltedAt(Instant since, Duration consumed, Duration remaining, List<Segment> segments) {
        return new Due(Optional.empty(), Optional.of(since), consumed, remaining, segments);
    }

    /** Whether an open pause keeps the target from running. */
    public boolean halted() {
        return haltedSince.isPresent();
    }

    /** The target that was asked about. */
    public Duration target() {
        return consumed.plus(remaining);
    }
}
