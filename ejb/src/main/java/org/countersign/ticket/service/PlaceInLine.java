package org.countersign.ticket.service;

import java.util.List;
import org.countersign.customer.model.QueueOrder;

/**
 * How a ticket stands in its queue.
 *
 * @param order in which the contract has tickets taken
 * @param untaken whether nobody has taken it yet
 * @param before how many wait that it should not pass
 * @param first number of the one of them that came first, or {@code null}
 * @param overtook when it was taken before its turn
 * @param overtakenBy when others passed it; the latest fifty
 */
public record PlaceInLine(
        QueueOrder order, boolean untaken, long before, String first, List<OvertakingRow> overtook, List<OvertakingRow> overtakenBy) {

    /** Whether whoever takes it now passes somebody. */
    public boolean isOvertaking() {
        return untaken && before > 0;
    }

    /** Whether whoever takes it now has to say why. */
    public boolean isReasonRequired() {
        return isOvertaking() && order == QueueOrder.RECEIVED;
    }
}
