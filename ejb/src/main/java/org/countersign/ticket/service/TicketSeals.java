package org.countersign.ticket.service;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What the audit trail holds of tickets. The trail observes, and stands above; it answers to this. */
public interface TicketSeals {

    /** The entries of these tickets with one of these actions, oldest first. */
    List<Seal> of(Collection<String> tickets, Collection<String> actions);

    /**
     * An entry and its link.
     *
     * @param ticket number
     * @param action e.g. {@code TicketRegistered}
     * @param overtaking id of the record that the entry is about, or {@code null}
     * @param position in the contract's chain; {@code null} while it waits for its link
     * @param hash of the link, or {@code null}
     * @param sealedAt when it was linked, or {@code null}
     * @param holds whether the hash is that of what the entry says
     */
    record Seal(
            String ticket,
            String action,
            Long overtaking,
            Instant occurredAt,
            Long position,
            String hash,
            Instant sealedAt,
            boolean holds) {}
}
