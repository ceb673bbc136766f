package org.countersign.work.service;

import java.time.Instant;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.work.model.Activity;
import org.countersign.work.model.WorkDone;

/**
 * Work as it is booked: a start, and either an end or minutes.
 *
 * @param minutes of work, or {@code null} when {@code end} is given
 * @param end or {@code null} when {@code minutes} is given
 * @param travelMinutes or {@code null} for none
 * @param visitId the approved visit at which it was done, or {@code null}
 */
public record BookWork(
        Instant start, Integer minutes, Instant end, Activity activity, Integer travelMinutes, Long visitId, String note) {

    /** @throws BusinessRuleViolation {@code minutes-or-end} for both or neither; else as {@link WorkDone} */
    WorkDone done() {
        if ((minutes == null) == (end == null)) {
            throw BusinessRuleViolation.invalid("minutes", "minutes-or-end");
        }
        int length = minutes != null ? minutes : WorkDone.minutesBetween(start, end);
        return new WorkDone(start, length, activity, travelMinutes == null ? 0 : travelMinutes, visitId, note);
    }
}
