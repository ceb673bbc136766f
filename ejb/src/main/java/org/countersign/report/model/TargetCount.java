package org.countersign.report.model;

import java.util.OptionalDouble;

/**
 * How often a service level target was met and how often it was breached. Tickets whose target is still running, or that
 * have none, are in neither count.
 */
public record TargetCount(int met, int breached) {

    /** @throws IllegalArgumentException if a count is negative */
    public TargetCount {
        Counts.requireNotNegative(met, breached);
    }

    /** Share of the decided targets that were met, 0 to 1; empty when none is decided. */
    public OptionalDouble compliance() {
        int decided = met + breached;
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) met / decided);
    }

    public TargetCount plus(TargetCount other) {
        return new TargetCount(met + other.met, breached + other.breached);
    }
}
