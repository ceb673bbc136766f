package org.countersign.rota.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A plan as somebody gives it: it says anew who is on duty from {@code from} on.
 *
 * @param zone IANA name of the zone on whose clock people read the plan
 * @param contracts all that the rota covers from now on; {@code null} leaves them as they are
 * @param shifts by account names
 */
public record PublishRota(
        String code, String name, String zone, List<Covered> contracts, Instant from, Instant until, List<PlannedShift> shifts) {

    public PublishRota {
        contracts = contracts == null ? null : List.copyOf(contracts);
        shifts = shifts == null ? List.of() : List.copyOf(shifts);
    }

    /**
     * A contract that the rota covers.
     *
     * @param backupAfter how long the responsible has before the backup is called; {@code null} for a quarter of an hour
     */
    public record Covered(String contract, Duration backupAfter, boolean afterHoursOnly) {}

    public record PlannedShift(Instant from, Instant until, String responsible, String backup) {}
}
