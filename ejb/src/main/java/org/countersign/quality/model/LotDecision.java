package org.countersign.quality.model;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The verdict on a lot whose sample is reviewed. Never changed. */
@Entity
@Table(name = "lot_decision")
public class LotDecision {

    @Id
    @Column(name = "lot_id")
    private Long lotId;

    private int nonconforming;

    @Enumerated(EnumType.STRING)
    private LotVerdict verdict;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected LotDecision() {
    }

    LotDecision(long lotId, InspectionResult result, Instant now) {
        this.lotId = lotId;
        this.nonconforming = result.nonconforming();
        this.verdict = result.verdict();
        this.decidedAt = now;
    }

    public Long lotId() {
        return lotId;
    }

    public int nonconforming() {
        return nonconforming;
    }

    public LotVerdict verdict() {
        return verdict;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
