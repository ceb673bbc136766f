package org.countersign.rota.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who covers a contract.
 *
 * @param now what holds now, or {@code null} when no rota covers the contract
 * @param onDuty who is on duty now; {@code null} when no rota covers the contract, or none is published for now
 * @param publishedUntil where the published span of the rota ends, or {@code null}
 * @param before what was before, latest first
 */
public record ContractCoverView(String contract, Cover now, OnDutyView onDuty, Instant publishedUntil, List<Cover> before) {

    /** @param until first instant at which it was like this no more; {@code null} while it is */
    public record Cover(String rota, String rotaName, Duration backupAfter, boolean afterHoursOnly, Instant since, Instant until) {}
}
