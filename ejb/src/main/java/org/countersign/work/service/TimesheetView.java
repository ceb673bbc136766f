package org.countersign.work.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.countersign.work.model.Activity;
import org.countersign.work.model.LineState;
import org.countersign.work.model.SettlementManner;

/**
 * One timesheet with its lines.
 *
 * @param mayConfirm whether the caller may confirm it now
 * @param mayDispute whether the caller may dispute its lines now
 * @param seal {@code null} until it is confirmed
 */
public record TimesheetView(TimesheetRow sheet, List<Line> lines, boolean mayConfirm, boolean mayDispute, Seal seal) {

    /**
     * A line as it stands.
     *
     * @param minutes of work after corrections; {@code bookedMinutes} before
     * @param disputeReason of the latest dispute, or {@code null}
     * @param settlement how that ended, or {@code null} while it is open
     */
    public record Line(
            long id,
            int ordinal,
            String ticket,
            String person,
            Activity activity,
            LocalDate date,
            Instant start,
            int minutes,
            int travelMinutes,
            int bookedMinutes,
            int bookedTravelMinutes,
            String note,
            LineState state,
            String disputeReason,
            Instant disputedAt,
            SettlementManner settlement,
            String settlementText) {}

    /**
     * The customer's signature.
     *
     * @param contentHash SHA-256, as {@link org.countersign.work.model.TimesheetContent} takes it
     */
    public record Seal(String confirmedBy, Instant confirmedAt, String contentHash) {}
}
