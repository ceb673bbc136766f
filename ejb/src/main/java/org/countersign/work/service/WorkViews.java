package org.countersign.work.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.kernel.IsoWeek;
import org.countersign.work.model.VisitState;

/** The reading side of work. */
public interface WorkViews {

    List<WorkEntry> ofTicket(long ticketId);

    List<VisitView> visitsOf(long ticketId);

    /** Visits of an organisation ({@code null} for all) in a state, by planned time, {@code limit} at most. */
    List<VisitView> visits(Long organisationId, VisitState state, int limit);

    /** Up to {@code limit + 1} sheets, newest first; of one organisation, or of all for {@code null}. */
    List<TimesheetRow> timesheets(TimesheetFilter filter, Long organisationId, int limit, Long before);

    Optional<TimesheetRow> timesheet(long id);

    /** The sheets of a contract with {@code from <= week <= until}, by week. */
    List<TimesheetRow> timesheets(long contractId, IsoWeek from, IsoWeek until);

    /** Time of a contract that began in {@code [from, until)}, corrections taken off. */
    List<ActivityMinutes> byActivity(long contractId, Instant from, Instant until);
}
