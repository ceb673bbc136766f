package org.countersign.report.service;

import java.util.List;
import java.util.Optional;

/** Read-only projections of stored reports, one statement each. */
public interface ReportViews {

    /**
     * Reports, latest first, one row beyond {@code limit} when there is more.
     *
     * @param organisationId only this organisation's reports, or {@code null} for staff
     * @param before id of the row before, or {@code null}
     */
    List<ReportRow> list(ReportFilter filter, Long organisationId, int limit, Long before);

    Optional<ReportRow> find(long reportId, Long organisationId);

    Optional<byte[]> content(long reportId);
}
