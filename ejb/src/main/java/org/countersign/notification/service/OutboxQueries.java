package org.countersign.notification.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.notification.model.OutboxState;

/** What the outbox page shows. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE})
public class OutboxQueries {

    @Inject
    private OutboxViews views;

    /**
     * A page of mails, newest first.
     *
     * @param state only mails in this state, or {@code null} for all
     * @throws BusinessRuleViolation {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<OutboxRow> list(OutboxState state, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        Instant beforeAt = null;
        Long beforeId = null;
        if (after != null) {
            List<String> position = Cursor.parse(after, 2);
            try {
                beforeAt = Instant.parse(position.get(0));
                beforeId = Long.parseLong(position.get(1));
            } catch (DateTimeParseException | NumberFormatException e) {
                throw BusinessRuleViolation.invalid("after", "cursor-invalid");
            }
        }
        return CursorPage.of(views.list(state, rows, beforeAt, beforeId), rows, row -> Cursor.of(row.createdAt(), row.id()));
    }

    /**
     * One mail with its text.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public OutboxDetails find(long id) {
        return views.find(id).orElseThrow(() -> BusinessRuleViolation.notFound("mail", id));
    }

    /** How many mails are in each state; states without any are left out. */
    public Map<OutboxState, Long> counts() {
        return views.counts();
    }
}
