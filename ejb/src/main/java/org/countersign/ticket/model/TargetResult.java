package org.countersign.ticket.model;

/** What one target of a ticket has come to. */
public enum TargetResult {
    MET,
    MISSED,
    /** Not decided yet. */
    RUNNING,
    /** None is promised, or the ticket ended otherwise before it was met. */
    NOT_OWED
}
