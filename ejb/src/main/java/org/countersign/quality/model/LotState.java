package org.countersign.quality.model;

/** How far an inspection lot is. */
public enum LotState {
    /** The sample is drawn; reviews are missing. */
    DRAWN,
    /** Every drawn item was reviewed and the lot has its verdict. Final. */
    DECIDED
}
