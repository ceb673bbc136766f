package org.countersign.report.service;

import java.time.Instant;
import java.time.YearMonth;

/**
 * One stored report in a list.
 *
 * @param contract the contract's code
 * @param cutOffAt when the month was cut off because it was still running, or {@code null}
 */
public record ReportRow(
        long id,
        String contract,
        String contractName,
        String organisation,
        YearMonth month,
        int revision,
        String language,
        long sizeBytes,
        String sha256,
        Instant cutOffAt,
        Instant createdAt) {}
