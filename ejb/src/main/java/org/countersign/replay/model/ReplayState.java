package org.countersign.replay.model;

/** How far a replay has come. */
public enum ReplayState {
    REQUESTED,
    RUNNING,
    DONE
}
