package org.countersign.jobs.model;

/** Where an item of a run stands. */
public enum JobItemState {
    PENDING,
    DONE,
    /** There was nothing to do for it. */
    SKIPPED,
    FAILED
}
