package org.countersign.report.model;

/** What became of one service level target of one ticket. */
public enum TargetOutcome {
    MET,
    BREACHED,
    /** Not decided yet: the service clock runs or is halted, and the due instant has not passed. */
    RUNNING,
    /** The agreement sets no such target for the ticket. */
    NOT_AGREED
}
