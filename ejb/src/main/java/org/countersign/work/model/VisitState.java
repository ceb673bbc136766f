package org.countersign.work.model;

/** The customer's word on a visit. */
public enum VisitState {
    /** The customer has not decided yet. */
    PROPOSED,
    APPROVED,
    DECLINED
}
