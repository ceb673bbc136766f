package org.countersign.quality.model;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far the reviews of a lot have come. */
@Entity
@Table(name = "lot_progress")
public class LotProgress {

    @Id
    @Column(name = "lot_id")
    private Long lotId;

    private int reviewed;
    private int nonconforming;

    protected LotProgress() {
    }

    /** Nothing reviewed yet. */
    public LotProgress(long lotId) {
        this.lotId = lotId;
    }

    /**
     * Counts a review, once.
     *
     * @return the lot's decision if this was the last review, otherwise nothing
     */
    public Optional<LotDecision> count(InspectionLot lot, QualityReview review, Instant now) {
        // Above AQL 10 the standard counts nonconformities; up to it, nonconforming items.
        int found = lot.aql().countsNonconformitiesOnly() ? review.nonconformities() : review.nonconforming() ? 1 : 0;
        InspectionResult result = new InspectionResult(lot.plan(), reviewed + 1, nonconforming + found);
        reviewed = result.reviewed();
        nonconforming = result.nonconforming();
        return result.missing() > 0 ? Optional.empty() : Optional.of(new LotDecision(lotId, result, now));
    }

    public int reviewed() {
        return reviewed;
    }

    /** Nonconforming tickets found so far, or nonconformities where the AQL counts those. */
    public int nonconforming() {
        return nonconforming;
    }
}
