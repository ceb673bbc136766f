package org.countersign.report.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;

/** The reports handed out. A contact sees those of the own organisation only; others do not exist for it. */
@Stateless
@RolesAllowed({Role.CONTACT_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.ADMIN_ROLE})
public class ReportQueries {

    @Inject
    private ReportViews views;

    @Inject
    private CurrentCaller currentCaller;

    /**
     * A page of reports, latest first.
     *
     * @throws BusinessRuleViolation {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<ReportRow> list(ReportFilter filter, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        Long before = after == null ? null : Cursor.parseLong(after);
        return CursorPage.of(
                views.list(filter, currentCaller.get().organisationId(), rows, before), rows, row -> Cursor.of(row.id()));
    }

    /** One report without its content; {@code not-found} also for another organisation's. */
    public ReportRow find(long reportId) {
        return views.find(reportId, currentCaller.get().organisationId())
                .orElseThrow(() -> BusinessRuleViolation.notFound("report", reportId));
    }

    /** The PDF; {@code not-found} also for another organisation's. */
    public ReportDocument pdf(long reportId) {
        ReportRow row = find(reportId);
        byte[] content = views.content(reportId).orElseThrow(() -> BusinessRuleViolation.notFound("report", reportId));
        return new ReportDocument(
                ReportDocument.fileName(row.contract(), row.month(), row.revision(), row.language()),
                ReportDocument.PDF,
                row.sha256(),
                content);
    }
}
