package org.countersign.audit.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The chains that entries are linked into. */
public interface Chains {

    /** Committed entries that wait for their link, oldest id first, {@code limit} at most. */
    List<EntryFacts> unsealed(int limit);

    /** The ends of these chains; a chain without links is missing. */
    Map<Long, ChainHead> heads(Collection<Long> contractIds);

    /** Adds links, moves the ends of their chains, and takes the entries off the work list. Links of a chain follow each other. */
    void append(List<ChainLink> links);

    /** The ends of all chains, by contract id. */
    List<ChainHead> allHeads();

    /**
     * Links with their entries, by chain and position, {@code limit} at most.
     *
     * @param after reads what stands behind this place
     */
    List<SealedEntry> read(ChainHead after, int limit);

    long countEntries();

    long countUnsealed();

    /** The first entry that has no link and is not waiting for one, or {@code null}. */
    EntryFacts lost();
}
