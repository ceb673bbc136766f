package org.countersign.quality.model;

import java.util.Objects;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * A lot in the series that the switching rules follow: on original inspection, its whole sample reviewed. Lots submitted
 * again after they were not accepted do not belong in the series.
 *
 * @param lotSize       number of items in the lot, at least 1
 * @param nonconforming nonconforming items in the sample, or nonconformities where the AQL counts those (then it may exceed
 *                      the sample size); without meaning while inspection is discontinued
 * @param event         what was recorded beside the lot
 */
public record InspectedLot(long lotSize, int nonconforming, LotEvent event) {

    /** @throws BusinessRuleViolation {@code nothing-to-inspect} or {@code negative-count} */
    public InspectedLot {
        Objects.requireNonNull(event);
        if (lotSize < 1) {
            throw BusinessRuleViolation.invalid("lotSize", "nothing-to-inspect", String.valueOf(lotSize));
        }
        InspectionResult.requireCount("nonconforming", nonconforming);
    }

    /** A lot beside which nothing was recorded. */
    public InspectedLot(long lotSize, int nonconforming) {
        this(lotSize, nonconforming, LotEvent.NONE);
    }
}
