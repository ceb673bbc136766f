package org.countersign.work.model;

/** How far the customer's confirmation is. */
public enum TimesheetState {
    /** The customer's word is awaited. */
    AWAITING,
    /** Some line is open between customer and provider. */
    DISPUTED,
    /** Every line is confirmed; the sheet is sealed. */
    CONFIRMED
}
