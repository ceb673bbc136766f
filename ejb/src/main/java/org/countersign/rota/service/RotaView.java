package org.countersign.rota.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A rota with a part of its plan.
 *
 * @param from first instant of the published span, or {@code null}
 * @param until first instant after it, or {@code null}
 * @param ending whether contracts count on it and its published span ends soon, or has ended
 * @param shifts those of the part that was asked for
 * @param version for the optimistic lock
 */
public record RotaView(
        String code,
        String name,
        String zone,
        Instant from,
        Instant until,
        int revision,
        Instant publishedAt,
        long version,
        boolean ending,
        List<Cover> contracts,
        List<ShiftView> shifts) {

    /** A covered contract. */
    public record Cover(String contract, String name, Duration backupAfter, boolean afterHoursOnly) {}
}
