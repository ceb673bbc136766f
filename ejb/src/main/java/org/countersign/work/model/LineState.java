package org.countersign.work.model;

/** How far the customer's word on one line is. */
public enum LineState {
    AWAITING,
    DISPUTED,
    CONFIRMED
}
