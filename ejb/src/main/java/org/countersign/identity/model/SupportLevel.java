package org.countersign.identity.model;

/** Functional levels of support, in the order of escalation (M1, M5, M7, M9, M11). */
public enum SupportLevel {
    L1,
    L2,
    L3,
    VENDOR
}
