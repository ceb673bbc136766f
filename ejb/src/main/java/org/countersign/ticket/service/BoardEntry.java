package org.countersign.ticket.service;

import java.time.Instant;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Visibility;

/**
 * One message of a ticket's board.
 *
 * @param author display name
 * @param byCustomer whether a contact wrote it
 */
public record BoardEntry(
        long id, String author, boolean byCustomer, Visibility visibility, Channel channel, String text, Instant postedAt) {}
