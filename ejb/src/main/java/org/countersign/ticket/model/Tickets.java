package org.countersign.ticket.model;

import java.util.Optional;

/** All tickets. */
public interface Tickets {

    /** Draws the ticket's number and adds it. */
    void add(Ticket ticket);

    Optional<Ticket> byNumber(String number);

    Optional<Ticket> byId(long id);

    void add(TicketMessage message);

    void add(TicketAttachment attachment);

    Optional<TicketAttachment> attachment(long ticketId, long attachmentId);

    /** Sum of the sizes of a ticket's attachments, in bytes. */
    long attachedBytes(long ticketId);

    /** Writes what changed so far, so that a conflict shows now. */
    void flush();
}
