package org.countersign.vendor.model;

/** What an entry of a case's correspondence is. */
public enum EntryKind {
    /** What we told the vendor. */
    TOLD,
    /** What the vendor told us. */
    ANSWERED,
    /** A reminder. */
    CHASED
}
