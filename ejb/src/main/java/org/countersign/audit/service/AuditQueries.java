package org.countersign.audit.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;

/** Reads the audit trail. */
@Stateless
@RolesAllowed({Role.QUALITY_ROLE, Role.ADMIN_ROLE, Role.MANAGER_ROLE})
public class AuditQueries {

    @Inject
    private AuditViews views;

    @Inject
    private CurrentCaller currentCaller;

    /**
     * What happened to a ticket, oldest first. A customer reads the tickets of the own organisation, without what is internal.
     *
     * @param after cursor of the page before, or {@code null}
     * @throws BusinessRuleViolation {@code not-found}, for other organisations' tickets too
     */
    @RolesAllowed({Role.QUALITY_ROLE, Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.AGENT_ROLE, Role.CONTACT_ROLE})
    public CursorPage<AuditRow> ticketHistory(String number, Integer limit, String after) {
        Caller caller = currentCaller.get();
        views.organisationOfTicket(number)
                .filter(organisation -> !caller.isContact() || organisation.equals(caller.organisationId()))
                .orElseThrow(() -> BusinessRuleViolation.notFound("ticket", number));
        int rows = CursorPage.limit(limit);
        if (caller.isContact()) {
            return page(
                    views.customerHistory(number, CustomerFacts.actions(), rows + 1, after).stream().map(CustomerFacts::of).toList(), rows);
        }
        return page(views.history("ticket", number, rows + 1, after), rows);
    }

    /** What happened to any subject, oldest first; empty for one that nothing happened to. */
    public CursorPage<AuditRow> history(String subjectType, String subjectId, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        return page(views.history(subjectType, subjectId, rows + 1, after), rows);
    }

    /** The entries that match, newest first. */
    public CursorPage<AuditRow> list(AuditFilter filter, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        return page(views.list(filter, rows + 1, after), rows);
    }

    private static CursorPage<AuditRow> page(List<AuditRow> rows, int limit) {
        return CursorPage.of(rows, limit, row -> Cursor.of(row.occurredAt(), row.id()));
    }
}
