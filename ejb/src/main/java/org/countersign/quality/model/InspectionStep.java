package org.countersign.quality.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One lot in the history of a series: what was in force, what came of it, and what follows.
 *
 * @param lot            the lot as it was submitted
 * @param regime         what was in force for this lot
 * @param plan           the plan the lot was inspected with; empty while inspection is discontinued
 * @param verdict        accepted or not; empty while inspection is discontinued, for then no lot is
 * @param switchingScore the switching score after this lot; only ISO 2859-1 and only normal inspection keep one
 * @param reason         why inspection switches after this lot; empty if it does not
 * @param after          the state in which the next lot is met
 */
public record InspectionStep(InspectedLot lot, InspectionRegime regime, Optional<SamplingPlan> plan,
        Optional<LotVerdict> verdict, OptionalInt switchingScore, Optional<SwitchReason> reason, SwitchingState after) {

    /** What is in force for the next lot, unless a resumption is recorded beside it. */
    public InspectionRegime regimeAfter() {
        return after.regime();
    }
}
