package org.countersign.customer.model;

import java.time.Duration;

/**
 * How a rota covers a contract. It stands with the rota, not in the agreement.
 *
 * @param backupAfter how long the responsible has to acknowledge a call before the backup is called, in whole minutes, a day at most
 * @param afterHoursOnly people are called outside the service hours only
 */
public record RotaCover(Duration backupAfter, boolean afterHoursOnly) {

    public static final Duration LONGEST = Duration.ofDays(1);

    /** @throws IllegalArgumentException when the time is no whole minutes between one and a day */
    public RotaCover {
        if (!isPossible(backupAfter)) {
            throw new IllegalArgumentException("The backup is called after whole minutes, a day at most: " + backupAfter);
        }
    }

    public static boolean isPossible(Duration backupAfter) {
        return backupAfter != null
                && backupAfter.compareTo(Duration.ofMinutes(1)) >= 0
                && backupAfter.compareTo(LONGEST) <= 0
                && backupAfter.toSecondsPart() == 0
                && backupAfter.toNanosPart() == 0;
    }
}
