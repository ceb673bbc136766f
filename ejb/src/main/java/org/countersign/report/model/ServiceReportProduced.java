package org.countersign.report.model;

import java.time.Instant;
import java.time.YearMonth;
import org.countersign.kernel.DomainEvent;

/**
 * A contract's service report was made, in one language.
 *
 * @param cutOffAt when the month was cut off because it was still running, or {@code null}
 */
public record ServiceReportProduced(Long contractId, long reportId, YearMonth month, int revision, String language,
                                    String sha256, Instant cutOffAt) implements DomainEvent {

    @Override
    public String subjectType() {
        return "service-report";
    }

    @Override
    public String subjectId() {
        return String.valueOf(reportId);
    }
}
