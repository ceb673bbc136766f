package org.countersign.ticket.service;

import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.TicketState;

/**
 * A ticket as another area needs to know it that is about to add to it.
 *
 * @param attachedBytes sum of the sizes of its files so far, in bytes
 */
public record KnownTicket(TicketRef ref, TicketState state, long attachedBytes) {}
