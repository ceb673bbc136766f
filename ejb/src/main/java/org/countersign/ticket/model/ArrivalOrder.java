package org.countersign.ticket.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether three witnesses tell the same order of arrival: the sequence from which tickets get their numbers, the instants of receipt, and the
 * links of the audit trail to which the registrations are tied. It is told the tickets in the order of the sequence.
 *
 * <p>Two reports at the same moment may draw their numbers in one order and be written down in the other; whoever came within
 * {@link #SAME_MOMENT} of each other came together. Links that were made in one go stand in no order of time either.
 */
public final class ArrivalOrder {

    public static final Duration SAME_MOMENT = Duration.ofSeconds(2);

    /** Longer than any transaction that registers a ticket. */
    private static final Duration TRANSACTION = Duration.ofMinutes(1);

    private static final int NAMED = 100;

    /** How witnesses can disagree. */
    public enum Fault {
        /** Received before a ticket that the sequence has before it. */
        RECEIVED_EARLIER,
        /** Linked into the audit trail before a ticket that the sequence has before it. */
        LINKED_EARLIER,
        /** The audit trail does not know of the registration. */
        NOT_RECORDED,
        /** The ticket names another instant of receipt than the one at which its registration was recorded. */
        RECEIVED_ANOTHER_TIME,
        /** The link does not hold what the entry says: one of them was changed. */
        LINK_BROKEN
    }

    /**
     * The link of a registration.
     *
     * @param recordedAt when the registration was recorded, in the transaction that made the ticket
     * @param position in the chain of the contract, or {@code null} while it waits for its link
     * @param holds whether the link's hash is that of the entry
     */
    public record Link(Instant recordedAt, Long position, Instant sealedAt, boolean holds) {}

    /** @param than number of the ticket against which it stands wrong, or {@code null} */
    public record Disagreement(String ticket, Fault fault, String than) {}

    private record Seen(String ticket, Instant receivedAt, Link link) {}

    private final List<Disagreement> disagreements = new ArrayList<>();
    private long arrivals;
    private long unsealed;
    private long simultaneous;
    private long faults;
    private Seen latestReceived;
    private Seen latestLinked;

    /** @param link of its registration; {@code null} when the audit trail does not know of it */
    public void next(String ticket, Instant receivedAt, Link link) {
        arrivals++;
        Seen seen = new Seen(ticket, receivedAt, link);
        if (latestReceived != null && receivedAt.isBefore(latestReceived.receivedAt)) {
            disagree(seen, Fault.RECEIVED_EARLIER, latestReceived);
        }
        if (latestReceived == null || !receivedAt.isBefore(latestReceived.receivedAt)) {
            latestReceived = seen;
        }
        if (link == null) {
            add(new Disagreement(ticket, Fault.NOT_RECORDED, null));
            return;
        }
        if (Duration.between(receivedAt, link.recordedAt).abs().compareTo(TRANSACTION) > 0) {
            add(new Disagreement(ticket, Fault.RECEIVED_ANOTHER_TIME, null));
        }
        if (link.position == null) {
            unsealed++;
        } else {
            linked(seen);
        }
    }

    private void linked(Seen seen) {
        if (!seen.link.holds) {
            add(new Disagreement(seen.ticket, Fault.LINK_BROKEN, null));
        }
        if (latestLinked != null && seen.link.position < latestLinked.link.position) {
            if (!seen.link.sealedAt.equals(latestLinked.link.sealedAt)) {
                disagree(seen, Fault.LINKED_EARLIER, latestLinked);
            }
        } else {
            latestLinked = seen;
        }
    }

    private void disagree(Seen seen, Fault fault, Seen than) {
        if (Duration.between(seen.receivedAt, than.receivedAt).abs().compareTo(SAME_MOMENT) <= 0) {
            simultaneous++;
        } else {
            add(new Disagreement(seen.ticket, fault, than.ticket));
        }
    }

    private void add(Disagreement disagreement) {
        faults++;
        if (disagreements.size() < NAMED) {
            disagreements.add(disagreement);
        }
    }

    public long arrivals() {
        return arrivals;
    }

    /** Arrivals whose registration waits for its link. */
    public long unsealed() {
        return unsealed;
    }

    /** How often witnesses told another order of what came at the same moment. */
    public long simultaneous() {
        return simultaneous;
    }

    public boolean agrees() {
        return faults == 0;
    }

    /** All, of which {@link #disagreements()} names the first hundred. */
    public long faults() {
        return faults;
    }

    public List<Disagreement> disagreements() {
        return List.copyOf(disagreements);
    }
}
