package org.countersign.work.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;
import org.countersign.kernel.IsoWeek;
import org.countersign.ticket.model.Text;

/**
 * The work of one week under one contract, for the customer to sign (M33, M34).
 *
 * <p>It is cut once, with at least one line, and awaits the customer. A contact disputes lines with a reason; the provider explains or
 * corrects, or the customer takes the dispute back, and the line awaits the customer again. A contact with the authority to accept
 * confirms: every line that is not disputed is confirmed then. When no line is left, the sheet is sealed with a hash of what it says, and
 * nothing about it changes any more. Each decision makes a new revision, and a decision names the revision it was made on.
 */
@Entity
public class Timesheet extends DomainEntity {

    public static final int REASON = 2_000;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "organisation_id")
    private long organisationId;

    private String week;

    @Enumerated(EnumType.STRING)
    private TimesheetState state;

    @Column(name = "line_count")
    private int lineCount;

    @Column(name = "open_disputes")
    private int openDisputes;

    @Column(name = "confirmed_lines")
    private int confirmedLines;

    @Column(name = "total_minutes")
    private long totalMinutes;

    @Column(name = "prepared_at")
    private Instant preparedAt;

    @Column(name = "cut_off_at")
    private Instant cutOffAt;

    @Column(name = "run_id")
    private Long runId;

    @Column(name = "confirmation_id")
    private Long confirmationId;

    protected Timesheet() {}

    /**
     * Cuts a week.
     *
     * @param entries what goes onto it, at least one
     * @param cutOffAt when the week was still running: {@code now}, else {@code null}
     * @param runId the batch run, or {@code null}
     */
    public static Timesheet cut(
            long contractId,
            long organisationId,
            IsoWeek week,
            List<TimesheetCompilation.Entry> entries,
            Instant now,
            Instant cutOffAt,
            Long runId) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A timesheet has lines: " + week);
        }
        Timesheet sheet = new Timesheet();
        sheet.contractId = contractId;
        sheet.organisationId = organisationId;
        sheet.week = week.toString();
        sheet.state = TimesheetState.AWAITING;
        sheet.lineCount = entries.size();
        sheet.totalMinutes = entries.stream().mapToLong(e -> (long) e.minutes() + e.travelMinutes()).sum();
        sheet.preparedAt = now;
        sheet.cutOffAt = cutOffAt;
        sheet.runId = runId;
        return sheet;
    }

    /**
     * Takes an entry onto the sheet that was just cut.
     *
     * @throws BusinessRuleViolation {@code work-on-timesheet} when another sheet has it
     */
    public void take(Worklog worklog) {
        worklog.putOn(id());
    }

    /**
     * The customer does not agree with a line.
     *
     * @throws BusinessRuleViolation {@code timesheet-confirmed}, {@code line-already-confirmed}, {@code line-already-disputed};
     *     {@code required}, {@code too-long} for the reason
     */
    public TimesheetDispute dispute(TimesheetLines.Status status, long contactId, String reason, Instant now) {
        requireOpen();
        switch (status.state()) {
            case CONFIRMED -> throw BusinessRuleViolation.conflict("line-already-confirmed", status.line().ordinal());
            case DISPUTED -> throw BusinessRuleViolation.conflict("line-already-disputed", status.line().ordinal());
            default -> {
                TimesheetDispute dispute =
                        new TimesheetDispute(status.line(), contactId, Text.required("reason", reason, REASON), now);
                openDisputes++;
                state = TimesheetState.DISPUTED;
                return dispute;
            }
        }
    }

    /**
     * The provider explains a disputed line and leaves it as it is.
     *
     * @throws BusinessRuleViolation {@code timesheet-confirmed}, {@code line-not-disputed}; {@code required} without a text
     */
    public TimesheetSettlement explain(TimesheetLines.Status status, String text, long accountId, Instant now) {
        return settle(status, SettlementManner.EXPLAINED, Text.required("text", text, REASON), 0, 0, accountId, now);
    }

    /**
     * The provider takes minutes off a disputed line.
     *
     * @param minutes of work that remain, 0 or more
     * @param travelMinutes that remain, 0 or more
     * @throws BusinessRuleViolation {@code correction-not-lower}; else as {@link #explain}
     */
    public TimesheetSettlement correct(
            TimesheetLines.Status status, int minutes, int travelMinutes, String text, long accountId, Instant now) {
        int minutesOff = status.minutes() - minutes;
        int travelOff = status.travelMinutes() - travelMinutes;
        if (minutes < 0 || travelMinutes < 0 || minutesOff < 0 || travelOff < 0 || minutesOff + travelOff == 0) {
            throw BusinessRuleViolation.invalid("minutes", "correction-not-lower", status.minutes(), status.travelMinutes());
        }
        return settle(status, SettlementManner.CORRECTED, Text.required("text", text, REASON), minutesOff, travelOff, accountId, now);
    }

    /**
     * The customer takes the dispute back.
     *
     * @throws BusinessRuleViolation {@code timesheet-confirmed}, {@code line-not-disputed}
     */
    public TimesheetSettlement withdrawDispute(TimesheetLines.Status status, long accountId, Instant now) {
        return settle(status, SettlementManner.WITHDRAWN, null, 0, 0, accountId, now);
    }

    private TimesheetSettlement settle(
            TimesheetLines.Status status,
            SettlementManner manner,
            String text,
            int minutesOff,
            int travelOff,
            long accountId,
            Instant now) {
        requireOpen();
        if (status.state() != LineState.DISPUTED) {
            throw BusinessRuleViolation.conflict("line-not-disputed", status.line().ordinal());
        }
        openDisputes--;
        totalMinutes -= minutesOff + travelOff;
        if (openDisputes == 0) {
            state = TimesheetState.AWAITING;
        }
        return new TimesheetSettlement(status.dispute(), manner, text, minutesOff, travelOff, accountId, now);
    }

    /**
     * The customer confirms every line that awaits it.
     *
     * @return one confirmation for each
     * @throws BusinessRuleViolation {@code timesheet-confirmed}; {@code nothing-to-confirm} when all other lines are disputed
     */
    public List<LineConfirmation> confirm(TimesheetLines lines, AuthorisationInForce authorisation, Instant now) {
        requireOpen();
        List<LineConfirmation> confirmations = lines.awaiting().stream()
                .map(status -> new LineConfirmation(status.line(), authorisation, revision(), now))
                .toList();
        if (confirmations.isEmpty()) {
            throw BusinessRuleViolation.conflict("nothing-to-confirm", openDisputes);
        }
        confirmedLines += confirmations.size();
        return confirmations;
    }

    /** Whether every line is confirmed, and the seal is due. */
    public boolean isComplete() {
        return confirmedLines == lineCount;
    }

    /** Makes the seal of a complete sheet; {@link #sealed} follows when it is stored. */
    public TimesheetSeal seal(String contractCode, TimesheetLines lines, AuthorisationInForce authorisation, Instant now) {
        if (!isComplete()) {
            throw new IllegalStateException("Timesheet " + id() + " has lines that nobody confirmed");
        }
        return new TimesheetSeal(this, lines, TimesheetContent.hash(contractCode, week(), lines), authorisation, now);
    }

    /** From here on nothing changes. */
    public void sealed(long sealId) {
        confirmationId = sealId;
        state = TimesheetState.CONFIRMED;
    }

    private void requireOpen() {
        if (state == TimesheetState.CONFIRMED) {
            throw BusinessRuleViolation.conflict("timesheet-confirmed");
        }
    }

    public long contractId() {
        return contractId;
    }

    public long organisationId() {
        return organisationId;
    }

    public IsoWeek week() {
        return IsoWeek.parse(week);
    }

    public TimesheetState state() {
        return state;
    }

    public int lineCount() {
        return lineCount;
    }

    /** Work and travel of all lines, after corrections. */
    public long totalMinutes() {
        return totalMinutes;
    }

    public Instant preparedAt() {
        return preparedAt;
    }

    /** When the week was cut while it still ran, else {@code null}. */
    public Instant cutOffAt() {
        return cutOffAt;
    }

    /** Grows with each decision; the API's entity tag. */
    public long revision() {
        return version();
    }
}
