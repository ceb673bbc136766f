package org.countersign.ticket.service;

import java.time.Instant;
import java.util.List;
import org.countersign.identity.model.SupportLevel;
import org.countersign.ticket.model.TicketState;

/**
 * Which tickets a list shows, in which order. Everything may be {@code null} for "all".
 *
 * @param queue an owner queue, {@code <contract>/<level>}
 * @param assignee account name, or {@code -} for tickets of nobody
 * @param category code of what kind of work it is
 * @param text part of the number, summary or description
 */
public record TicketFilter(
        List<TicketState> states,
        SupportLevel level,
        String queue,
        String assignee,
        String organisation,
        String contract,
        String category,
        String text,
        Instant dueBefore,
        Sort sort) {

    public static final TicketFilter ALL = new TicketFilter(null, null, null, null, null, null, null, null, null, Sort.CREATED);

    /** The orders on offer. */
    public enum Sort {
        /** What falls due first, then what owes nothing now. */
        DUE,
        /** In the order of arrival. */
        CREATED,
        /** What changed last, first. */
        UPDATED
    }
}
