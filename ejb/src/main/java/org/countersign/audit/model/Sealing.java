package org.countersign.audit.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Links entries to the ends of their chains. */
public final class Sealing {

    private final Map<Long, ChainHead> heads;
    private final Instant sealedAt;

    /**
     * @param heads ends of the chains; a chain that is missing begins now
     * @param sealedAt in whole microseconds
     */
    public Sealing(Map<Long, ChainHead> heads, Instant sealedAt) {
        this.heads = new HashMap<>(heads);
        this.sealedAt = sealedAt;
    }

    /** One link for each entry, in the order of the entries. */
    public List<ChainLink> link(List<EntryFacts> entries) {
        List<ChainLink> links = new ArrayList<>(entries.size());
        for (EntryFacts entry : entries) {
            ChainHead head = heads.getOrDefault(entry.contractId(), ChainHead.origin(entry.contractId()));
            ChainLink link = ChainLink.after(head, entry, sealedAt);
            heads.put(entry.contractId(), link.head());
            links.add(link);
        }
        return links;
    }
}
