package org.countersign.work.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.ticket.model.Text;

/**
 * What a person says about a piece of work; checked when made.
 *
 * @param start when the work began, cut to the minute
 * @param minutes of work without travel, 1 to {@value #DAY}
 * @param travelMinutes on the way to and from the visit, 0 to {@value #DAY}; they count as support time (M74)
 * @param visitId the visit at which the work was done, or {@code null}; travel needs one
 * @param note for the customer to read on the timesheet, or {@code null}
 */
public record WorkDone(Instant start, int minutes, Activity activity, int travelMinutes, Long visitId, String note) {

    public static final int DAY = 1_440;
    public static final int NOTE = 2_000;

    /**
     * @throws BusinessRuleViolation {@code work-start-missing}, {@code activity-missing}, {@code work-minutes-out-of-range},
     *     {@code travel-minutes-out-of-range}, {@code travel-needs-visit}, {@code too-long}
     */
    public WorkDone {
        if (start == null) {
            throw BusinessRuleViolation.invalid("start", "work-start-missing");
        }
        if (activity == null) {
            throw BusinessRuleViolation.invalid("activity", "activity-missing");
        }
        if (minutes < 1 || minutes > DAY) {
            throw BusinessRuleViolation.invalid("minutes", "work-minutes-out-of-range", 1, DAY, minutes);
        }
        if (travelMinutes < 0 || travelMinutes > DAY) {
            throw BusinessRuleViolation.invalid("travelMinutes", "travel-minutes-out-of-range", 0, DAY, travelMinutes);
        }
        if (travelMinutes > 0 && visitId == null) {
            throw BusinessRuleViolation.invalid("onSiteVisit", "travel-needs-visit");
        }
        start = start.truncatedTo(ChronoUnit.MINUTES);
        note = Text.optional("note", note, NOTE);
    }

    /**
     * Whole minutes from {@code start} to {@code end}; a minute begun counts.
     *
     * @throws BusinessRuleViolation {@code work-end-before-start}, or {@code work-minutes-out-of-range} beyond a day
     */
    public static int minutesBetween(Instant start, Instant end) {
        if (start == null) {
            throw BusinessRuleViolation.invalid("start", "work-start-missing");
        }
        if (!end.isAfter(start)) {
            throw BusinessRuleViolation.invalid("end", "work-end-before-start");
        }
        Duration length = Duration.between(start, end);
        if (length.compareTo(Duration.ofMinutes(DAY)) > 0) {
            throw BusinessRuleViolation.invalid("end", "work-minutes-out-of-range", 1, DAY, length.toMinutes());
        }
        return (int) length.plusMinutes(1).minusNanos(1).toMinutes();
    }

    /** When the work ended. */
    public Instant end() {
        return start.plusSeconds(60L * minutes);
    }

    /**
     * Work is booked after it was done.
     *
     * @throws BusinessRuleViolation {@code work-in-future}
     */
    public void requireDoneBy(Instant now) {
        if (end().isAfter(now)) {
            throw BusinessRuleViolation.invalid("start", "work-in-future");
        }
    }
}
