package org.countersign.quality.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The switching rules of a series of lots from one process: which inspection is in force for the next lot.
 *
 * <p>A series begins with normal inspection. After each lot, in this order: the lot is decided, its verdict and the switching
 * score are recorded, then the switches are tested; a new regime holds from the next lot, and begins with an empty record.
 *
 * <table>
 * <caption>Switches</caption>
 * <tr><th>from</th><th>to</th><th>ISO 2859-1:1999 (9.3, 9.4)</th><th>MIL-STD-105E (4.7), ANSI/ASQ Z1.4 (8.3, 8.4)</th></tr>
 * <tr><td>normal</td><td>tightened</td><td>two of five or fewer consecutive lots not accepted</td><td>the same</td></tr>
 * <tr><td>tightened</td><td>normal</td><td>five consecutive lots accepted</td><td>the same</td></tr>
 * <tr><td>normal</td><td>reduced</td><td>switching score at least 30, production steady, approved</td><td>the last ten lots
 * accepted on normal inspection, production steady, approved</td></tr>
 * <tr><td>reduced</td><td>normal</td><td>a lot not accepted, or irregular production</td><td>the same, or a count between Ac
 * and Re, which accepts the lot</td></tr>
 * <tr><td>tightened</td><td>discontinued</td><td>five lots in one tightened sequence not accepted</td><td>the same</td></tr>
 * <tr><td>discontinued</td><td>tightened</td><td>{@link LotEvent#RESUME}</td><td>the same</td></tr>
 * </table>
 *
 * <p>The <em>switching score</em> of ISO 2859-1 for single sampling rises, on normal inspection, by 3 if Ac is 2 or more and
 * the lot would have been accepted with the AQL one step tighter, by 2 if Ac is 0 or 1 and the lot is accepted; otherwise it
 * returns to 0. "One step tighter" is read in the row of the code letter really used, where the sample size is the same.
 *
 * <p>Where copies of the older standards differ: the limit numbers of MIL-STD-105E table VIII are waived, as ANSI/ASQ Z1.4
 * 8.5 lets the parties agree, and inspection is discontinued after five lots not accepted (Z1.4), not after ten lots in a row
 * on tightened inspection (MIL-STD-105D).
 *
 * @param level  the inspection level, which switching never changes
 * @param aql    the acceptance quality limit agreed
 * @param scheme the standard whose tables and rules apply
 */
public record SwitchingRules(InspectionLevel level, Aql aql, SamplingScheme scheme) {

    private static final int SCORE_FOR_REDUCED = 30;
    private static final int ACCEPTED_FOR_REDUCED = 10;
    private static final int ACCEPTED_FOR_NORMAL = 5;
    private static final int NOT_ACCEPTED_TO_DISCONTINUE = 5;

    private record Switch(InspectionRegime to, SwitchReason reason) {
    }

    /** What is in force for a lot met in this state, given what was recorded beside the lot. */
    public InspectionRegime regimeFor(SwitchingState before, LotEvent event) {
        return enter(before, event).regime();
    }

    /**
     * Takes the series one lot further.
     *
     * @param before the state the previous lot left, {@link SwitchingState#START} for the first
     * @param lot    the lot, its whole sample reviewed
     */
    public InspectionStep step(SwitchingState before, InspectedLot lot) {
        SwitchingState entered = enter(before, lot.event());
        return entered.regime().inspection()
                .map(inspection -> inspect(entered, inspection, lot))
                .orElseGet(() -> new InspectionStep(lot, entered.regime(), Optional.empty(), Optional.empty(),
                        OptionalInt.empty(), Optional.empty(), entered));
    }

    private static SwitchingState enter(SwitchingState before, LotEvent event) {
        boolean resumed = before.regime() == InspectionRegime.DISCONTINUED && event == LotEvent.RESUME;
        return resumed ? SwitchingState.entering(InspectionRegime.TIGHTENED) : before;
    }

    private InspectionStep inspect(SwitchingState before, Inspection inspection, InspectedLot lot) {
        SamplingPlan plan = SamplingTables.plan(lot.lotSize(), level, aql, inspection, scheme);
        LotVerdict verdict = LotVerdict.of(plan, lot.nonconforming());
        boolean scored = keepsScore(before.regime());
        int score = scored ? score(before.switchingScore(), plan, lot.nonconforming()) : 0;
        SwitchingState recorded = before.afterLot(verdict == LotVerdict.ACCEPTED, score);
        Optional<Switch> due = switchAfter(recorded, plan, lot);
        return new InspectionStep(lot, before.regime(), Optional.of(plan), Optional.of(verdict),
                scored ? OptionalInt.of(score) : OptionalInt.empty(), due.map(Switch::reason),
                due.map(to -> SwitchingState.entering(to.to())).orElse(recorded));
    }

    private boolean keepsScore(InspectionRegime regime) {
        return scheme == SamplingScheme.ISO_2859_1 && regime == InspectionRegime.NORMAL;
    }

    private int score(int before, SamplingPlan plan, int nonconforming) {
        if (plan.accept() >= 2) {
            return nonconforming <= acceptOneStepTighter(plan) ? before + 3 : 0;
        }
        return nonconforming <= plan.accept() ? before + 2 : 0;
    }

    private int acceptOneStepTighter(SamplingPlan plan) {
        // No plan with Ac 2 or more stands in the first column, so there is always a column to the left.
        Aql tighter = aql.oneStepTighter().orElseThrow();
        return SamplingTables.plan(plan.useLetter(), tighter, Inspection.NORMAL, scheme).accept();
    }

    private Optional<Switch> switchAfter(SwitchingState recorded, SamplingPlan plan, InspectedLot lot) {
        return switch (recorded.regime()) {
            case NORMAL -> fromNormal(recorded, lot.event());
            case TIGHTENED -> fromTightened(recorded);
            case REDUCED -> fromReduced(plan, lot);
            case DISCONTINUED -> Optional.empty();
        };
    }

    private Optional<Switch> fromNormal(SwitchingState recorded, LotEvent event) {
        if (recorded.notAcceptedAmongLast(5) >= 2) {
            return to(InspectionRegime.TIGHTENED, SwitchReason.TWO_OF_FIVE_NOT_ACCEPTED);
        }
        if (event == LotEvent.DENY_REDUCED || event == LotEvent.IRREGULAR) {
            return Optional.empty();
        }
        if (scheme == SamplingScheme.ISO_2859_1) {
            return recorded.switchingScore() >= SCORE_FOR_REDUCED
                    ? to(InspectionRegime.REDUCED, SwitchReason.SWITCHING_SCORE_REACHED) : Optional.empty();
        }
        return recorded.lastAccepted(ACCEPTED_FOR_REDUCED)
                ? to(InspectionRegime.REDUCED, SwitchReason.TEN_CONSECUTIVE_ACCEPTED) : Optional.empty();
    }

    private static Optional<Switch> fromTightened(SwitchingState recorded) {
        if (recorded.notAccepted() >= NOT_ACCEPTED_TO_DISCONTINUE) {
            return to(InspectionRegime.DISCONTINUED, SwitchReason.FIVE_NOT_ACCEPTED_ON_TIGHTENED);
        }
        return recorded.lastAccepted(ACCEPTED_FOR_NORMAL)
                ? to(InspectionRegime.NORMAL, SwitchReason.FIVE_CONSECUTIVE_ACCEPTED) : Optional.empty();
    }

    private static Optional<Switch> fromReduced(SamplingPlan plan, InspectedLot lot) {
        if (LotVerdict.of(plan, lot.nonconforming()) == LotVerdict.NOT_ACCEPTED) {
            return to(InspectionRegime.NORMAL, SwitchReason.NOT_ACCEPTED_ON_REDUCED);
        }
        if (plan.isInGap(lot.nonconforming())) {
            return to(InspectionRegime.NORMAL, SwitchReason.BETWEEN_ACCEPT_AND_REJECT);
        }
        return lot.event() == LotEvent.IRREGULAR
                ? to(InspectionRegime.NORMAL, SwitchReason.IRREGULAR_PRODUCTION) : Optional.empty();
    }

    private static Optional<Switch> to(InspectionRegime regime, SwitchReason reason) {
        return Optional.of(new Switch(regime, reason));
    }
}
