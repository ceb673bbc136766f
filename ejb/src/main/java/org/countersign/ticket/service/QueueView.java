package org.countersign.ticket.service;

import java.time.Instant;
import org.countersign.customer.model.QueueOrder;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.CursorPage;

/**
 * A queue, with a page of those who wait in it, the first in line first.
 *
 * @param contract its code
 * @param order in which the contract has tickets taken
 * @param waiting how many wait in all
 */
public record QueueView(
        String contract, String contractName, SupportLevel level, QueueOrder order, long waiting, Instant asOf, CursorPage<WaitingTicket> line) {

    /**
     * How a queue stands, without the tickets themselves.
     *
     * @param oldest receipt of the one that waits longest
     */
    public record Summary(String contract, String contractName, SupportLevel level, long waiting, Instant oldest) {}
}
