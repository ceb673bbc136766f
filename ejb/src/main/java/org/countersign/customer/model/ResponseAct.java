package org.countersign.customer.model;

/** What a person of the desk does that counts as the first response where the contract says so (M109, M110). A proposed solution always counts. */
public enum ResponseAct {
    /** Handling starts, of which the reporter is told. */
    ACKNOWLEDGEMENT,
    /** Somebody writes to the customer on the board. */
    PUBLIC_MESSAGE
}
