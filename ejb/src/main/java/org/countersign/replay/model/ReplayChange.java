package org.countersign.replay.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TargetResult;

/** A ticket's target that changed sides: missed where it was not, or the other way round. It is written once and never changed. */
@Entity
@Table(name = "replay_change")
public class ReplayChange {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "replay_id")
    private long replayId;

    @Column(name = "block_id")
    private long blockId;

    @Column(name = "ticket_id")
    private long ticketId;

    @Enumerated(EnumType.STRING)
    private ServiceTarget target;

    @Enumerated(EnumType.STRING)
    private TargetResult was;

    @Enumerated(EnumType.STRING)
    private TargetResult would;

    @Enumerated(EnumType.STRING)
    @Column(name = "was_priority")
    private Priority wasPriority;

    @Enumerated(EnumType.STRING)
    @Column(name = "would_priority")
    private Priority wouldPriority;

    @Column(name = "was_due")
    private Instant wasDue;

    @Column(name = "would_due")
    private Instant wouldDue;

    protected ReplayChange() {}

    /** One side of it; {@code due} may be {@code null}. */
    public record Side(Priority priority, TargetResult result, Instant due) {}

    public ReplayChange(ReplayBlock block, long ticketId, ServiceTarget target, Side was, Side would) {
        this.replayId = block.replayId();
        this.blockId = block.id();
        this.ticketId = ticketId;
        this.target = target;
        this.was = was.result();
        this.would = would.result();
        this.wasPriority = was.priority();
        this.wouldPriority = would.priority();
        this.wasDue = was.due();
        this.wouldDue = would.due();
    }
}
