package org.countersign.journey.support;

/** The databases that Countersign runs on. */
public enum DatabaseKind {
    /** A file, as in the demo. */
    H2,
    /** As in production. */
    POSTGRESQL
}
