package org.countersign.replay.model;

/** What was, under the versions in force, or what would have been under the changed agreement. */
public enum ReplaySide {
    WAS,
    WOULD
}
