package org.countersign.jobs.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One unit of work of a run, named by a key that is unique in it. */
@Entity
@Table(name = "job_item")
public class JobItem {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "run_id")
    private long runId;

    @Column(name = "item_key")
    private String key;

    @Enumerated(EnumType.STRING)
    private JobItemState state;

    private int tries;
    private String outcome;
    private String link;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected JobItem() {}

    public JobItem(long runId, String key) {
        this.runId = runId;
        this.key = key;
        this.state = JobItemState.PENDING;
    }

    /** The item in a run that takes over from another: what was done stays done, the rest is to do again. */
    public JobItem takenOver(long byRunId) {
        JobItem item = new JobItem(byRunId, key);
        if (state == JobItemState.DONE) {
            item.state = state;
            item.outcome = outcome;
            item.link = link;
            item.endedAt = endedAt;
        }
        return item;
    }

    /** Marks what came of it. */
    public void end(ItemOutcome result, Instant now) {
        if (state != JobItemState.PENDING) {
            throw new IllegalStateException("Item " + key + " of run " + runId + " is " + state + " already");
        }
        state = result.state();
        outcome = result.text();
        link = result.link();
        endedAt = now;
    }

    /** Counts a try that failed for a technical reason, and returns how many there were. */
    public int triedInVain(String why) {
        outcome = why == null || why.length() <= ItemOutcome.TEXT ? why : why.substring(0, ItemOutcome.TEXT);
        return ++tries;
    }

    public Long id() {
        return id;
    }

    public long runId() {
        return runId;
    }

    public String key() {
        return key;
    }

    public JobItemState state() {
        return state;
    }
}
