package org.countersign.identity.model;

/** Functional levels of support, in the order of escalation (M1, M5, M7, M9, M11). */
public enum SupportLevel {
    L1,
    L2,
    L3,
    VENDOR;

    /** The level whose people see to a ticket of this level: what a vendor works on is seen to by L3. */
    public SupportLevel staffed() {
        return this == VENDOR ? L3 : this;
    }
}
