package org.countersign.report.model;

import java.time.Instant;

/** What became of one service level target of one ticket. */
public enum TargetOutcome {
    MET,
    BREACHED,
    /** Not decided yet: the service clock runs or is halted, and the due instant has not passed. */
    RUNNING,
    /** The agreement sets no such target for the ticket, or the ticket ended otherwise before the target was met. */
    NOT_AGREED;

    /**
     * What a target had come to at the end of a period.
     *
     * @param due    when the target ran out; {@code null} while it was halted before that
     * @param met    when it was met, or {@code null}
     * @param at     end of the period; what is met from then on is not met yet
     * @param ended  whether the ticket ended without the customer's acceptance: then nothing is owed any more
     */
    public static TargetOutcome of(Instant due, Instant met, Instant at, boolean ended) {
        if (met != null && met.isBefore(at)) {
            return due == null || !met.isAfter(due) ? MET : BREACHED;
        }
        if (ended) {
            return NOT_AGREED;
        }
        return due != null && due.isBefore(at) ? BREACHED : RUNNING;
    }
}
