package org.countersign.escalation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.escalation.model.EscalationState;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.ticket.service.TicketDirectory;

/** What screens and the API show the staff of escalations. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
public class EscalationQueries {

    @Inject
    private EscalationViews views;

    @Inject
    private TicketDirectory tickets;

    @Inject
    private CustomerDirectory customers;

    /**
     * The escalations of a ticket: first what has fired, in its order, then what is to come, then what is moot.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public List<EscalationView> ofTicket(String number) {
        return views.ofTicket(tickets.ref(number).id()).stream().map(this::defined).toList();
    }

    /**
     * A page of what is to come at a known instant, soonest first, or of what is settled, latest first.
     *
     * @param state {@code null} for what is to come
     * @param contract code, or {@code null} for all
     * @throws BusinessRuleViolation {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<EscalationView> list(EscalationState state, String contract, Integer limit, String after) {
        EscalationState shown = state == null ? EscalationState.WAITING : state;
        int rows = CursorPage.limit(limit);
        List<String> position = after == null ? null : Cursor.parse(after, 2);
        List<EscalationView> found;
        try {
            found = views
                    .list(
                            shown,
                            contract,
                            rows,
                            position == null ? null : Instant.parse(position.get(0)),
                            position == null ? null : Long.valueOf(position.get(1)))
                    .stream()
                    .map(this::defined)
                    .toList();
        } catch (DateTimeParseException | NumberFormatException e) {
            throw BusinessRuleViolation.invalid("after", "cursor-invalid");
        }
        return CursorPage.of(
                found, rows, row -> Cursor.of(shown == EscalationState.WAITING ? row.nextAttempt() : row.settledAt(), row.id()));
    }

    private EscalationView defined(EscalationViews.Row row) {
        return row.defined(customers.agreedThen(row.contractId(), row.contractVersion(), row.calendarRevision()).agreement().escalation().stream()
                .filter(rule -> rule.rule().equals(row.view().rule()))
                .findFirst());
    }
}
