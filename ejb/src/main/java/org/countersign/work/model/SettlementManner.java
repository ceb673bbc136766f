package org.countersign.work.model;

/** How a dispute about a line ended. */
public enum SettlementManner {
    /** The provider explained the line and left it as it is. */
    EXPLAINED,
    /** The provider took minutes off. */
    CORRECTED,
    /** The customer took the dispute back. */
    WITHDRAWN
}
