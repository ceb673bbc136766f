package org.countersign.quality.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A series of lots from one process, in the order of inspection, with what the switching rules made of each.
 *
 * @param rules the rules the series is under
 * @param steps one step a lot, oldest first
 */
public record InspectionHistory(SwitchingRules rules, List<InspectionStep> steps) {

    public InspectionHistory {
        steps = List.copyOf(steps);
    }

    /** Follows a series from its first lot, which is met with normal inspection. */
    public static InspectionHistory of(SwitchingRules rules, List<InspectedLot> lots) {
        List<InspectionStep> steps = new ArrayList<>();
        SwitchingState state = SwitchingState.START;
        for (InspectedLot lot : lots) {
            InspectionStep step = rules.step(state, lot);
            steps.add(step);
            state = step.after();
        }
        return new InspectionHistory(rules, steps);
    }

    /** The state in which the next lot is met. */
    public SwitchingState state() {
        return steps.isEmpty() ? SwitchingState.START : steps.get(steps.size() - 1).after();
    }

    /** What is in force for the next lot, unless a resumption is recorded beside it. */
    public InspectionRegime regimeForNextLot() {
        return state().regime();
    }
}
