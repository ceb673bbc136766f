package org.countersign.ticket.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.ticket.model.Ticket;

/** Read-only projections of tickets; each answers with a fixed number of statements, however many rows it shows. */
public interface TicketViews {

    /**
     * A page of a list, one row beyond {@code limit} when there is more.
     *
     * @param organisationId only this organisation's tickets, or {@code null} for staff
     * @param after cursor of the row before, or {@code null}
     */
    List<TicketRow> list(TicketFilter filter, Long organisationId, int limit, String after);

    long count(TicketFilter filter, Long organisationId);

    Optional<Facts> facts(Ticket ticket);

    /** The latest messages, newest first. */
    List<BoardEntry> board(long ticketId, boolean internalToo, int limit, Long before);

    List<ResolutionEntry> resolutions(long ticketId);

    List<AttachmentRow> attachments(long ticketId);

    /** How many tickets each of the accounts has to work on, as far as it has any. */
    Map<Long, Long> workload(Collection<Long> accountIds);

    /** What a ticket's page says beside the columns of the ticket itself, in one statement. */
    record Facts(
            String contract,
            String contractName,
            String organisation,
            String contactName,
            String contactEmail,
            String assignee,
            String assigneeName,
            String manager,
            String managerName,
            String proposedBy,
            String acceptedBy,
            String duplicateOf) {}
}
