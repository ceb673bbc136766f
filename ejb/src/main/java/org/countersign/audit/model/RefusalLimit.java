package org.countersign.audit.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** How many refusals of one actor are recorded: so many in a minute, and the number of those left out with the next one that is. */
public final class RefusalLimit {

    /** Refusals that are recorded for one actor in a minute. */
    public static final int A_MINUTE = 60;

    /** Actors that are remembered at once. */
    static final int ACTORS = 10_000;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Window> windows = new HashMap<>();

    private static final class Window {
        private Instant start;
        private int recorded;
        private int unrecorded;
    }

    /**
     * Asks to record a refusal.
     *
     * @return how many were left out since the last record, or nothing when this one must be left out too
     */
    public synchronized OptionalInt admit(String actor, Instant now) {
        if (windows.size() >= ACTORS && !windows.containsKey(actor)) {
            windows.values().removeIf(window -> isOver(window, now));
            if (windows.size() >= ACTORS) {
                return OptionalInt.empty();
            }
        }
        Window window = windows.computeIfAbsent(actor, name -> new Window());
        if (window.start == null || isOver(window, now)) {
            window.start = now;
            window.recorded = 0;
        }
        if (window.recorded >= A_MINUTE) {
            window.unrecorded++;
            return OptionalInt.empty();
        }
        window.recorded++;
        int unrecorded = window.unrecorded;
        window.unrecorded = 0;
        return OptionalInt.of(unrecorded);
    }

    private static boolean isOver(Window window, Instant now) {
        // A clock set back must not silence an actor for long.
        return !now.isBefore(window.start.plus(WINDOW)) || now.isBefore(window.start);
    }
}
