package org.countersign.ticket.service;

import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.QueueOrder;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.CursorPage;
import org.countersign.ticket.model.ArrivalOrder;

/**
 * The order of arrival at a queue in a period, with its witnesses.
 *
 * @param contract its code
 * @param order in which the contract has tickets taken now
 * @param from inclusive
 * @param to exclusive
 * @param verdict on the whole period; {@code null} on pages after the first
 * @param arrivals in the order of the sequence
 */
public record ArrivalProof(
        String contract, SupportLevel level, QueueOrder order, Instant from, Instant to, Verdict verdict, CursorPage<Arrived> arrivals) {

    /**
     * Whether order of arrival, sequence and audit trail agree.
     *
     * @param overtakings by tickets of the period
     * @param unsealed arrivals whose registration still waits for its link
     * @param simultaneous how often witnesses told another order of what came at the same moment
     * @param faults how many disagreements there are, of which the first hundred are named
     */
    public record Verdict(
            boolean agrees,
            long arrivals,
            long overtakings,
            long unsealed,
            long simultaneous,
            long faults,
            List<ArrivalOrder.Disagreement> disagreements) {}

    /** A ticket with the link of its registration and those of its overtakings. */
    public record Arrived(long queuePosition, String ticket, Instant receivedAt, Witness witness, List<Passed> overtakings) {}

    /** An overtaking by the ticket. */
    public record Passed(long overtaken, String first, String takenBy, Instant takenAt, String reason, Witness witness) {}

    /**
     * An entry of the audit trail.
     *
     * @param position in the contract's chain; {@code null} while it waits for its link
     * @param holds whether the hash is that of what the entry says
     */
    public record Witness(Instant recordedAt, Long position, String hash, Instant sealedAt, boolean holds) {

        static Witness of(TicketSeals.Seal seal) {
            return new Witness(seal.occurredAt(), seal.position(), seal.hash(), seal.sealedAt(), seal.holds());
        }
    }
}
