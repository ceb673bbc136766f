package org.countersign.notification.model;

import java.time.Duration;

/** How long a mail is tried: after 1, 2, 4 … minutes, once an hour at least, twenty times or for a day. */
public final class RetryPolicy {

    /** Failed attempts after which a mail is given up. */
    public static final int ATTEMPTS = 20;

    /** Age from which the next failure is the last. */
    public static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private RetryPolicy() {}

    /** @param failures failed attempts so far, 1 or more */
    public static Duration pauseAfter(int failures) {
        // 2^6 minutes is beyond an hour already.
        Duration pause = Duration.ofMinutes(1L << Math.min(failures - 1, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
