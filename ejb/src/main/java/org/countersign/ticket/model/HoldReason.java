package org.countersign.ticket.model;

/** Why a ticket waits; the contract says which targets wait with it. */
public enum HoldReason {
    /** The solution is proposed and the customer has not answered yet. */
    AWAITING_ACCEPTANCE,
    AWAITING_CUSTOMER,
    AWAITING_VENDOR,
    /** A date was agreed with the customer, e.g. of a visit. */
    AGREED_DATE,
    /** The report itself waits: for a fixed contact, for minimum information, for a check of its sender. */
    HELD
}
