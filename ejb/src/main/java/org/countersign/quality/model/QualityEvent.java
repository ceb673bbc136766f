package org.countersign.quality.model;

import java.time.Instant;

import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.IsoWeek;

/** What happens to an inspection lot. */
public interface QualityEvent extends DomainEvent {

    long lotId();

    @Override
    default String subjectType() {
        return "inspection-lot";
    }

    @Override
    default String subjectId() {
        return String.valueOf(lotId());
    }

    /**
     * A sample was drawn.
     *
     * @param sample the drawn tickets' numbers in the order of drawing, with a space between
     */
    record LotDrawn(Long contractId, long lotId, IsoWeek week, int lotSize, String populationHash, String seed, String method,
            InspectionRegime regime, int sampleSize, int accept, int reject, Instant cutOffAt, String sample)
            implements QualityEvent {
    }

    /**
     * A drawn ticket was reviewed.
     *
     * @param nonconformities the characteristics not fulfilled, with a space between
     */
    record ReviewGiven(Long contractId, long lotId, IsoWeek week, long reviewId, String ticket, String reviewer,
            boolean nonconforming, String nonconformities) implements QualityEvent {
    }

    /** The last review was given and the lot has its verdict. */
    record LotDecided(Long contractId, long lotId, IsoWeek week, int sampleSize, int nonconforming, LotVerdict verdict)
            implements QualityEvent {
    }
}
