package org.countersign.replay.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.ticket.model.Priority;

/** How a block's tickets came out on one side, in a month, by target and priority. It is written once and never changed. */
@Entity
@Table(name = "replay_figure")
public class ReplayFigure {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "replay_id")
    private long replayId;

    @Column(name = "block_id")
    private long blockId;

    @Enumerated(EnumType.STRING)
    private ReplaySide side;

    @Column(name = "figure_month")
    private String month;

    @Enumerated(EnumType.STRING)
    private ServiceTarget target;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private int met;
    private int missed;
    private int running;

    protected ReplayFigure() {}

    public ReplayFigure(ReplayBlock block, ReplayTally.Key key, ReplayTally.Count count) {
        this.replayId = block.replayId();
        this.blockId = block.id();
        this.side = key.side();
        this.month = key.month().toString();
        this.target = key.target();
        this.priority = key.priority();
        this.met = count.met();
        this.missed = count.missed();
        this.running = count.running();
    }
}
