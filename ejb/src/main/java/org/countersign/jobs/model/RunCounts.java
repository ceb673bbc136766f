package org.countersign.jobs.model;

/** How the items of a run came out so far. */
public record RunCounts(long total, long done, long skipped, long failed) {

    public long pending() {
        return total - done - skipped - failed;
    }
}
