package org.countersign.quality.model;

import java.util.Optional;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * How far the inspection of a sample has come, and what follows for the lot.
 *
 * <p>The lot stays undecided until every drawn item was reviewed, even when the rejection number is reached earlier: only
 * complete samples estimate the process average without bias, and the switching rules look at the count of the whole sample.
 * So every review counts; what is already certain is shown meanwhile by {@link #settledVerdict()}.
 *
 * @param plan          the plan the sample was drawn for
 * @param reviewed      items reviewed so far, 0 to the sample size
 * @param nonconforming nonconforming items found so far, or nonconformities where the AQL counts those; the latter may exceed
 *                      the number of items
 */
public record InspectionResult(SamplingPlan plan, int reviewed, int nonconforming) {

    /**
     * @throws BusinessRuleViolation {@code more-reviews-than-sample}, {@code negative-count}, or
     *                               {@code nonconforming-without-review}
     */
    public InspectionResult {
        requireCount("reviewed", reviewed);
        requireCount("nonconforming", nonconforming);
        if (reviewed > plan.sampleSize()) {
            throw BusinessRuleViolation.invalid("reviewed", "more-reviews-than-sample", String.valueOf(reviewed),
                    String.valueOf(plan.sampleSize()));
        }
        if (reviewed == 0 && nonconforming > 0) {
            throw BusinessRuleViolation.invalid("nonconforming", "nonconforming-without-review",
                    String.valueOf(nonconforming));
        }
    }

    static void requireCount(String field, int count) {
        if (count < 0) {
            throw BusinessRuleViolation.invalid(field, "negative-count", String.valueOf(count));
        }
    }

    /** Items of the sample still to be reviewed. */
    public int missing() {
        return plan.sampleSize() - reviewed;
    }

    /** The verdict; {@link LotVerdict#UNDECIDED} while reviews are missing. */
    public LotVerdict verdict() {
        return missing() > 0 ? LotVerdict.UNDECIDED : LotVerdict.of(plan, nonconforming);
    }

    /**
     * The verdict that no further review can change: of a complete sample its verdict, before that
     * {@link LotVerdict#NOT_ACCEPTED} as soon as the rejection number is reached, otherwise nothing.
     */
    public Optional<LotVerdict> settledVerdict() {
        return missing() == 0 || nonconforming >= plan.reject() ? Optional.of(LotVerdict.of(plan, nonconforming))
                : Optional.empty();
    }

    /** Whether the lot is accepted and reduced inspection nevertheless ends, because the count is between Ac and Re. */
    public boolean reinstatesNormal() {
        return missing() == 0 && plan.isInGap(nonconforming);
    }
}
