package org.countersign.audit.model;

/** What is wrong with a chain at some place. */
public enum ChainFault {
    /** The hash is not that of the link and its entry: one of them was altered. */
    ALTERED,
    /** The entry that the link names is gone. */
    ENTRY_DELETED,
    /** Positions do not follow each other: links are gone. */
    GAP,
    /** The link does not name the hash of the one before. */
    DETACHED,
    /** The entry belongs to another chain. */
    WRONG_CHAIN,
    /** The chain ends before, or otherwise than, the place that was noted as its end. */
    END_CUT_OFF,
    /** An entry has no link and is not waiting for one. */
    SEAL_DELETED
}
