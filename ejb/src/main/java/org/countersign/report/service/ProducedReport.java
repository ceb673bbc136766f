package org.countersign.report.service;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What a run produced for a contract's month.
 *
 * @param cutOffAt when the month was cut off because it was still running, or {@code null}
 * @param before whether the run had produced it before and nothing was done now
 * @param documents one a language, the contract's language first
 */
public record ProducedReport(
        String contract, YearMonth month, int revision, Instant cutOffAt, boolean before, List<Document> documents) {

    /** A stored PDF. */
    public record Document(long id, String language, String sha256) {}
}
