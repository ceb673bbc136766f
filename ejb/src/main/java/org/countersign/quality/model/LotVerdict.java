package org.countersign.quality.model;

/** What inspection says about a lot. */
public enum LotVerdict {
    /** Reviews of the sample are missing. */
    UNDECIDED,
    /** Not more nonconforming than the plan allows. */
    ACCEPTED,
    /** The rejection number was reached. */
    NOT_ACCEPTED;

    /**
     * The verdict once the whole sample was inspected. A count in the gap between Ac and Re, which only reduced inspection
     * under MIL-STD-105E knows, accepts the lot (and ends reduced inspection, see {@link SamplingPlan#isInGap}).
     */
    static LotVerdict of(SamplingPlan plan, int nonconforming) {
        return nonconforming < plan.reject() ? ACCEPTED : NOT_ACCEPTED;
    }
}
