package org.countersign.escalation.model;

/** Where an escalation stands. */
public enum EscalationState {
    /** It is to come, at its due instant or once the clock that it counts by runs again. */
    WAITING,
    /** It happened. Final. */
    FIRED,
    /** There is no need any more, or nobody to do it; it comes back when the ticket falls back to where it is needed. */
    MOOT
}
