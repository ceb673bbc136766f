package org.countersign.ticket.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.ContractTerms;

/** All tickets. */
public interface Tickets {

    /** Draws the ticket's number and adds it. */
    void add(Ticket ticket);

    Optional<Ticket> byNumber(String number);

    Optional<Ticket> byId(long id);

    /** The ticket as it is now, locked until the transaction ends. */
    Optional<Ticket> lock(String number);

    /** The ticket as it is now, locked until the transaction ends. */
    Optional<Ticket> lock(long id);

    /**
     * The open tickets of a contract within a range of ids that are behind what it says, with their logs.
     *
     * @param lastId inclusive
     */
    List<Ticket> behind(ContractTerms terms, long firstId, long lastId);

    /**
     * Ids that part the open tickets of a contract into blocks.
     *
     * @return of each block the first and the last id
     */
    List<long[]> openBlocks(long contractId, int size);

    /**
     * The tickets of a contract received within a period and a range of ids, with their logs.
     *
     * @param to exclusive
     * @param lastId inclusive
     */
    List<Ticket> received(long contractId, Instant from, Instant to, long firstId, long lastId);

    /**
     * Ids that part those tickets into blocks.
     *
     * @return of each block the first and the last id
     */
    List<long[]> receivedBlocks(long contractId, Instant from, Instant to, int size);

    /**
     * The tickets of a contract whose standing solution was proposed in a span, with their logs, by id.
     *
     * @param until exclusive
     * @param after ids up to this one are left out
     */
    List<Ticket> solved(long contractId, Instant from, Instant until, long after, int limit);

    /**
     * Locks tickets until the transaction ends, and reads them with their logs; what another transaction has locked is passed over.
     *
     * @return those that were locked, in the order of their ids
     */
    List<Ticket> lock(Collection<Long> ids);

    /** Ids of tickets whose hold has ended, in their order after the one given. */
    List<Long> holdsEnded(Instant now, long after, int limit);

    void add(TicketMessage message);

    void add(TicketAttachment attachment);

    Optional<TicketAttachment> attachment(long ticketId, long attachmentId);

    /** Sum of the sizes of a ticket's attachments, in bytes. */
    long attachedBytes(long ticketId);

    /** Writes what changed so far, so that a conflict shows now. */
    void flush();
}
