package org.countersign.penalty.model;

/** Where an entry of the ledger stands: what the last step was. */
public enum PenaltyState {
    /** The provider proposes the amount. */
    PROPOSED,
    /** The customer does not agree with it, and says why. */
    DISPUTED,
    /** The provider answered a dispute, with the same amount or another. */
    SETTLED,
    /** The customer agreed. Final. */
    AGREED;

    /** Whether the customer has the word. */
    public boolean awaitsCustomer() {
        return this == PROPOSED || this == SETTLED;
    }
}
