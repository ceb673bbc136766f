package org.countersign.vendor.model;

import java.util.Locale;

/** The steps in a vendor case's life. */
public enum VendorCaseAction {
    /** We tell the vendor something; it is the vendor's turn then. */
    TELL,
    /** The vendor told us something; it is our turn then. */
    ANSWER,
    SOLVE,
    WITHDRAW;

    /** The name in the API. */
    public String verb() {
        return name().toLowerCase(Locale.ROOT);
    }
}
