package org.countersign.vendor.model;

import java.util.Arrays;
import java.util.List;

/** Whose turn it is. */
public enum VendorCaseState {
    /** The vendor's. */
    OPEN(VendorCaseAction.TELL, VendorCaseAction.ANSWER, VendorCaseAction.SOLVE, VendorCaseAction.WITHDRAW),
    /** Ours: the vendor has answered, and its time stands still. */
    ANSWERED(VendorCaseAction.TELL, VendorCaseAction.ANSWER, VendorCaseAction.SOLVE, VendorCaseAction.WITHDRAW),
    /** Nobody's: what the vendor gave solved it. Final. */
    SOLVED,
    /** Nobody's: we no longer need the vendor. Final. */
    WITHDRAWN;

    /** The states in which a case has not ended. */
    public static final List<VendorCaseState> RUNNING = Arrays.stream(values()).filter(VendorCaseState::isRunning).toList();

    private final List<VendorCaseAction> legal;

    VendorCaseState(VendorCaseAction... legal) {
        this.legal = List.of(legal);
    }

    /** The legal steps, in the order in which a screen offers them. */
    public List<VendorCaseAction> legalActions() {
        return legal;
    }

    public boolean isRunning() {
        return !legal.isEmpty();
    }
}
