package org.countersign.jobs.model;

/** Where a run stands; the names are those of Jakarta Batch. */
public enum JobStatus {
    /** Asked for; nothing done yet. */
    STARTING,
    STARTED,
    /** Asked to stop; it does so before its next item. */
    STOPPING,
    STOPPED,
    FAILED,
    COMPLETED;

    /** Whether the run goes on, or is to. */
    public boolean isAlive() {
        return this == STARTING || this == STARTED || this == STOPPING;
    }
}
