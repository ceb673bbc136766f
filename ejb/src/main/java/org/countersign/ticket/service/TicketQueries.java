package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketAttachment;
import org.countersign.ticket.model.Tickets;

/** What screens and the API show of tickets. A contact sees the own organisation's only, and no internal message. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE})
public class TicketQueries {

    @Inject
    private TicketAccess access;

    @Inject
    private TicketViews views;

    @Inject
    private Tickets tickets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    /**
     * A page of tickets.
     *
     * @throws BusinessRuleViolation {@code limit-out-of-range}, {@code cursor-invalid}, {@code queue-unknown}
     */
    public CursorPage<TicketRow> list(TicketFilter filter, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        List<TicketRow> found = views.list(filter, access.caller().organisationId(), rows, after);
        return CursorPage.of(found, rows, row -> cursor(filter.sort(), row));
    }

    public long count(TicketFilter filter) {
        return views.count(filter, access.caller().organisationId());
    }

    /**
     * One ticket.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public TicketDetails find(String number) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller);
        TicketViews.Facts facts = views.facts(ticket).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", number));
        boolean fixed = caller.isContact() && customers.isFixedContact(ticket.contractId(), caller.contactId());
        return access.show(ticket, facts, caller, fixed);
    }

    /** The latest messages of the board, newest first, {@code limit} at most. */
    public CursorPage<BoardEntry> board(String number, Integer limit, String after) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller);
        int rows = CursorPage.limit(limit);
        Long before = after == null ? null : Cursor.parseLong(after);
        return CursorPage.of(
                views.board(ticket.id(), !caller.isContact(), rows + 1, before), rows, entry -> Cursor.of(entry.id()));
    }

    /** All proposals of a solution, oldest first. */
    public List<ResolutionEntry> resolutions(String number) {
        return views.resolutions(access.find(number, access.caller()).id());
    }

    public List<AttachmentRow> attachments(String number) {
        return views.attachments(access.find(number, access.caller()).id());
    }

    /** A file with its content; {@code not-found} for a file of another ticket. */
    public AttachmentContent attachment(String number, long attachmentId) {
        Ticket ticket = access.find(number, access.caller());
        TicketAttachment attachment = tickets.attachment(ticket.id(), attachmentId)
                .orElseThrow(() -> BusinessRuleViolation.notFound("attachment", attachmentId));
        return new AttachmentContent(attachment.name(), attachment.mediaType(), attachment.content());
    }

    /** The ticket's service clock with its explanation. */
    public ExplainedClock clock(String number) {
        Ticket ticket = access.find(number, access.caller());
        return ExplainedClock.of(ticket, terms(ticket), clock.instant());
    }

    /** What counts for an open ticket is what is agreed now; what counted for an ended one stays as it was. */
    private ContractTerms terms(Ticket ticket) {
        return ticket.state().isOpen()
                ? customers.contract(ticket.contractId())
                : customers.contract(ticket.contractId(), ticket.contractVersion(), ticket.calendarRevision());
    }

    private static String cursor(TicketFilter.Sort sort, TicketRow row) {
        return switch (sort == null ? TicketFilter.Sort.CREATED : sort) {
            case DUE -> Cursor.of(row.dueOrder(), row.queuePosition());
            case CREATED -> Cursor.of(row.queuePosition());
            case UPDATED -> Cursor.of(row.updatedAt(), row.queuePosition());
        };
    }
}
