package org.countersign.work.model;

import java.time.Instant;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.IsoWeek;
import org.countersign.ticket.model.TicketRef;

/** What happens to work, visits and timesheets. */
public interface WorkEvent extends DomainEvent {

    /** Something about one ticket. */
    interface OnTicket extends WorkEvent {

        TicketRef ticket();

        @Override
        default Long contractId() {
            return ticket().contractId();
        }

        @Override
        default String subjectType() {
            return "ticket";
        }

        @Override
        default String subjectId() {
            return ticket().number();
        }
    }

    /** Something about one timesheet. */
    interface OnTimesheet extends WorkEvent {

        long timesheetId();

        @Override
        default String subjectType() {
            return "timesheet";
        }

        @Override
        default String subjectId() {
            return Long.toString(timesheetId());
        }
    }

    record WorkBooked(
            TicketRef ticket, long worklogId, String person, Instant start, int minutes, int travelMinutes, Activity activity)
            implements OnTicket {}

    record WorkChanged(
            TicketRef ticket,
            long worklogId,
            Instant startBefore,
            int minutesBefore,
            int travelMinutesBefore,
            Activity activityBefore,
            Instant start,
            int minutes,
            int travelMinutes,
            Activity activity)
            implements OnTicket {}

    record WorkRemoved(TicketRef ticket, long worklogId, String person, Instant start, int minutes, int travelMinutes, Activity activity)
            implements OnTicket {}

    record VisitProposed(TicketRef ticket, long visitId, Instant plannedAt, String purpose) implements OnTicket {}

    record VisitApproved(TicketRef ticket, long visitId, Instant plannedAt, long contactId) implements OnTicket {}

    record VisitDeclined(TicketRef ticket, long visitId, Instant plannedAt, long contactId, String reason) implements OnTicket {}

    /** A sheet waits for the customer; {@code cutOffAt} is set when its week was still running. */
    record TimesheetAwaitingConfirmation(Long contractId, long timesheetId, IsoWeek week, Instant cutOffAt, int lines, long totalMinutes)
            implements OnTimesheet {}

    record TimesheetLineDisputed(Long contractId, long timesheetId, IsoWeek week, long lineId, String ticketNumber, long contactId, String reason)
            implements OnTimesheet {}

    record TimesheetDisputeSettled(
            Long contractId, long timesheetId, IsoWeek week, long lineId, SettlementManner manner, int minutesOff, int travelOff, String text)
            implements OnTimesheet {}

    /** Lines were confirmed while others stay disputed. */
    record TimesheetLinesConfirmed(Long contractId, long timesheetId, IsoWeek week, int lines, long contactId, long authorisationId)
            implements OnTimesheet {}

    record TimesheetConfirmed(
            Long contractId, long timesheetId, IsoWeek week, long contactId, long authorisationId, long totalMinutes, String contentHash)
            implements OnTimesheet {}
}
