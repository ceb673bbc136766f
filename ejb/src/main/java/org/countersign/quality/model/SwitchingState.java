package org.countersign.quality.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What the switching rules remember between two lots: the regime in force and the record of the lots inspected under it.
 * Entering a regime starts an empty record.
 *
 * @param regime         what is in force for the next lot
 * @param switchingScore the switching score of ISO 2859-1; 0 outside normal inspection and under MIL-STD-105E
 * @param verdicts       whether each lot under this regime was accepted, oldest first; the last {@value #REMEMBERED} at most
 * @param notAccepted    lots not accepted under this regime so far
 */
public record SwitchingState(InspectionRegime regime, int switchingScore, List<Boolean> verdicts, int notAccepted) {

    /** As far back as any rule looks: the ten lots of MIL-STD-105E. */
    static final int REMEMBERED = 10;

    /** A series begins with normal inspection. */
    public static final SwitchingState START = entering(InspectionRegime.NORMAL);

    public SwitchingState {
        verdicts = List.copyOf(verdicts);
    }

    static SwitchingState entering(InspectionRegime regime) {
        return new SwitchingState(regime, 0, List.of(), 0);
    }

    SwitchingState afterLot(boolean accepted, int score) {
        List<Boolean> extended = new ArrayList<>(verdicts);
        extended.add(accepted);
        int surplus = Math.max(0, extended.size() - REMEMBERED);
        return new SwitchingState(regime, score, extended.subList(surplus, extended.size()),
                accepted ? notAccepted : notAccepted + 1);
    }

    boolean lastAccepted(int lots) {
        return verdicts.size() >= lots && !last(lots).contains(false);
    }

    long notAcceptedAmongLast(int lots) {
        return last(lots).stream().filter(accepted -> !accepted).count();
    }

    private List<Boolean> last(int lots) {
        return verdicts.subList(Math.max(0, verdicts.size() - lots), verdicts.size());
    }
}
