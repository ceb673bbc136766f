package org.countersign.rota.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.countersign.rota.model.Rota;

/**
 * Who covers a contract.
 *
 * @param at when that is so
 * @param now what holds now or from its beginning on, or {@code null} when no rota covers the contract
 * @param onDuty who is on duty now; {@code null} when no rota covers the contract, or none is published for now
 * @param publishedUntil where the published span of the rota ends, or {@code null}
 * @param before what was before, latest first
 */
public record ContractCoverView(
        String contract, Instant at, Cover now, OnDutyView onDuty, Instant publishedUntil, List<Cover> before) {

    /** Whether what holds has begun; a rota may be published some time before its first shift. */
    public boolean hasBegun() {
        return now != null && !now.since().isAfter(at);
    }

    /** Whether the published plan has run out: nobody is on duty since then. */
    public boolean hasRunOut() {
        return publishedUntil != null && !publishedUntil.isAfter(at);
    }

    /** Whether the published plan ends soon, or has ended. */
    public boolean isEnding() {
        return publishedUntil != null && !publishedUntil.isAfter(at.plus(Rota.NOTICE));
    }

    /** @param until first instant at which it was like this no more; {@code null} while it is */
    public record Cover(String rota, String rotaName, Duration backupAfter, boolean afterHoursOnly, Instant since, Instant until) {}
}
