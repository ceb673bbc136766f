package org.countersign.audit.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Recomputes chains link by link; it remembers one end per chain, however long the chains are. Links come chain by chain, each in the order
 * of its positions.
 */
public final class ChainCheck {

    /**
     * A place where a chain does not hold.
     *
     * @param contractId the chain
     * @param position the position of the faulty link; of the missing one for a gap or a cut-off end; 0 for an entry without a link
     * @param entryId the entry, or {@code null} when the link itself is missing
     */
    public record Broken(long contractId, long position, Long entryId, ChainFault fault) {}

    private final Map<Long, ChainHead> noted = new HashMap<>();
    private final TreeMap<Long, ChainHead> ends = new TreeMap<>();
    private Broken firstBroken;

    /** @param notedHeads the ends of the chains as they were noted before the links are read */
    public ChainCheck(List<ChainHead> notedHeads) {
        notedHeads.forEach(head -> noted.put(head.contractId(), head));
    }

    /** Takes the next link. */
    public void next(SealedEntry sealed) {
        ChainLink link = sealed.link();
        ChainHead before = ends.getOrDefault(link.contractId(), ChainHead.origin(link.contractId()));
        if (link.position() != before.position() + 1) {
            broken(link.contractId(), before.position() + 1, null, ChainFault.GAP);
        } else if (!link.previousHash().equals(before.hash())) {
            broken(link, ChainFault.DETACHED);
        }
        if (sealed.entry() == null) {
            broken(link, ChainFault.ENTRY_DELETED);
        } else if (!link.holds(sealed.entry())) {
            broken(link, ChainFault.ALTERED);
        } else if (sealed.entry().contractId() != link.contractId()) {
            broken(link, ChainFault.WRONG_CHAIN);
        }
        ChainHead head = noted.get(link.contractId());
        if (head != null && head.position() == link.position() && !head.hash().equals(link.hash())) {
            broken(link, ChainFault.END_CUT_OFF);
        }
        ends.put(link.contractId(), link.head());
    }

    /**
     * All links were read.
     *
     * @param notedNow the ends as they are noted now: a chain may have grown meanwhile, but not beyond them
     */
    public void end(List<ChainHead> notedNow) {
        for (ChainHead head : noted.values()) {
            ChainHead end = ends.getOrDefault(head.contractId(), ChainHead.origin(head.contractId()));
            if (end.position() < head.position()) {
                broken(head.contractId(), end.position() + 1, null, ChainFault.END_CUT_OFF);
            }
        }
        Map<Long, ChainHead> now = new HashMap<>();
        notedNow.forEach(head -> now.put(head.contractId(), head));
        for (ChainHead end : ends.values()) {
            ChainHead head = now.get(end.contractId());
            if (head == null || head.position() < end.position()) {
                broken(end.contractId(), end.position(), null, ChainFault.END_CUT_OFF);
            }
        }
    }

    /** An entry that has no link and is not waiting for one. */
    public void lost(EntryFacts entry) {
        broken(entry.contractId(), 0, entry.id(), ChainFault.SEAL_DELETED);
    }

    /** The ends of the chains as recomputed, by contract id. */
    public List<ChainHead> ends() {
        return new ArrayList<>(ends.values());
    }

    /** The first fault found, or {@code null} while all holds. */
    public Broken firstBroken() {
        return firstBroken;
    }

    private void broken(ChainLink link, ChainFault fault) {
        broken(link.contractId(), link.position(), link.entryId(), fault);
    }

    private void broken(long contractId, long position, Long entryId, ChainFault fault) {
        if (firstBroken == null) {
            firstBroken = new Broken(contractId, position, entryId, fault);
        }
    }
}
