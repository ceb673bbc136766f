package org.countersign.replay.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.countersign.kernel.DomainEntity;

/** Some of a replay's tickets, by a range of ids. It is done once. */
@Entity
@Table(name = "replay_block")
public class ReplayBlock extends DomainEntity {

    @Column(name = "replay_id")
    private long replayId;

    @Column(name = "first_id")
    private long firstId;

    @Column(name = "last_id")
    private long lastId;

    private Integer tickets;

    @Column(name = "done_at")
    private Instant doneAt;

    protected ReplayBlock() {}

    /** @param lastId inclusive */
    public ReplayBlock(long replayId, long firstId, long lastId) {
        this.replayId = replayId;
        this.firstId = firstId;
        this.lastId = lastId;
    }

    public boolean isDone() {
        return doneAt != null;
    }

    public void done(int numberOfTickets, Instant now) {
        tickets = numberOfTickets;
        doneAt = now;
    }

    public long replayId() {
        return replayId;
    }

    public long firstId() {
        return firstId;
    }

    public long lastId() {
        return lastId;
    }
}
