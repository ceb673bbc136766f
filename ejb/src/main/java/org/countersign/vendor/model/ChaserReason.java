package org.countersign.vendor.model;

/** Why a vendor is chased. */
public enum ChaserReason {
    /** It has not answered at all, and should have. */
    NO_RESPONSE,
    /** The solution is due. */
    NO_SOLUTION,
    /** It has not been heard of for as long as the underpinning contract allows. */
    NO_WORD
}
