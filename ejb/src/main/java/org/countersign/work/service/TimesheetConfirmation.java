package org.countersign.work.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.work.model.LineConfirmation;
import org.countersign.work.model.Timesheet;
import org.countersign.work.model.TimesheetDispute;
import org.countersign.work.model.TimesheetLines;
import org.countersign.work.model.TimesheetSeal;
import org.countersign.work.model.TimesheetSettlement;
import org.countersign.work.model.Timesheets;
import org.countersign.work.model.WorkEvent.TimesheetConfirmed;
import org.countersign.work.model.WorkEvent.TimesheetDisputeSettled;
import org.countersign.work.model.WorkEvent.TimesheetLineDisputed;
import org.countersign.work.model.WorkEvent.TimesheetLinesConfirmed;

/**
 * The customer's word on the week's work, and the provider's answer to what is disputed (M34). Who speaks comes from the security context.
 * All steps throw {@code not-found}, {@code changed-meanwhile} and, once the sheet is sealed, {@code timesheet-confirmed}.
 */
@Stateless
public class TimesheetConfirmation {

    @Inject
    private TimesheetAccess access;

    @Inject
    private Timesheets timesheets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private CustomerVoice voice;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Confirms every line that is not disputed; when no line is left, the sheet is sealed.
     *
     * @param expectedRevision the revision that the caller saw
     * @throws BusinessRuleViolation {@code acceptance-not-authorised} unless the caller holds the authority to accept under the contract
     *     now; {@code nothing-to-confirm} when all lines left are disputed
     */
    @RolesAllowed(Role.CONTACT_ROLE)
    public void confirm(long timesheetId, long expectedRevision) {
        Caller caller = currentCaller.get();
        Timesheet sheet = access.lock(timesheetId, caller, expectedRevision);
        AuthorisationInForce authority = voice.authority(caller, sheet.contractId())
                .orElseThrow(() -> BusinessRuleViolation.forbidden("acceptance-not-authorised"));
        Instant now = clock.instant();
        TimesheetLines lines = timesheets.linesOf(timesheetId);
        List<LineConfirmation> confirmations = sheet.confirm(lines, authority, now);
        if (!sheet.isComplete()) {
            timesheets.add(confirmations);
            timesheets.flush();
            events.fire(new TimesheetLinesConfirmed(
                    sheet.contractId(), timesheetId, sheet.week(), confirmations.size(), caller.contactId(), authority.id()));
            return;
        }
        TimesheetSeal seal = sheet.seal(customers.contract(sheet.contractId()).code(), lines, authority, now);
        timesheets.add(confirmations);
        timesheets.add(seal);
        sheet.sealed(seal.id());
        timesheets.flush();
        events.fire(new TimesheetConfirmed(
                sheet.contractId(), timesheetId, sheet.week(), caller.contactId(), authority.id(), seal.totalMinutes(), seal.contentHash()));
    }

    /**
     * Disputes a line.
     *
     * @param expectedRevision the revision that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code dispute-not-allowed} unless the caller is a fixed contact or may accept under the contract;
     *     {@code line-already-confirmed}, {@code line-already-disputed}; {@code required} without a reason
     */
    @RolesAllowed(Role.CONTACT_ROLE)
    public void dispute(long timesheetId, long lineId, String reason, Long expectedRevision) {
        Caller caller = currentCaller.get();
        Timesheet sheet = access.lock(timesheetId, caller, expectedRevision);
        requireVoice(caller, sheet);
        TimesheetLines.Status status = timesheets.linesOf(timesheetId).line(lineId);
        TimesheetDispute dispute = sheet.dispute(status, caller.contactId(), reason, clock.instant());
        timesheets.add(dispute);
        timesheets.flush();
        events.fire(new TimesheetLineDisputed(
                sheet.contractId(), timesheetId, sheet.week(), lineId, status.line().ticketNumber(), caller.contactId(), dispute.reason()));
    }

    /**
     * The customer takes a dispute back.
     *
     * @throws BusinessRuleViolation {@code dispute-not-allowed} as {@link #dispute}; {@code line-not-disputed}
     */
    @RolesAllowed(Role.CONTACT_ROLE)
    public void withdrawDispute(long timesheetId, long lineId, Long expectedRevision) {
        Caller caller = currentCaller.get();
        Timesheet sheet = access.lock(timesheetId, caller, expectedRevision);
        requireVoice(caller, sheet);
        TimesheetLines.Status status = timesheets.linesOf(timesheetId).line(lineId);
        settled(sheet, sheet.withdrawDispute(status, caller.accountId(), clock.instant()));
    }

    /**
     * The provider explains a disputed line and leaves it as it is.
     *
     * @throws BusinessRuleViolation {@code line-not-disputed}; {@code required} without a text
     */
    @RolesAllowed(Role.MANAGER_ROLE)
    public void explain(long timesheetId, long lineId, String text, Long expectedRevision) {
        Caller caller = currentCaller.get();
        Timesheet sheet = access.lock(timesheetId, caller, expectedRevision);
        TimesheetLines.Status status = timesheets.linesOf(timesheetId).line(lineId);
        settled(sheet, sheet.explain(status, text, caller.accountId(), clock.instant()));
    }

    /**
     * The provider takes minutes off a disputed line.
     *
     * @param minutes of work that remain
     * @param travelMinutes that remain
     * @throws BusinessRuleViolation {@code line-not-disputed}; {@code correction-not-lower}; {@code required} without a text
     */
    @RolesAllowed(Role.MANAGER_ROLE)
    public void correct(long timesheetId, long lineId, int minutes, int travelMinutes, String text, Long expectedRevision) {
        Caller caller = currentCaller.get();
        Timesheet sheet = access.lock(timesheetId, caller, expectedRevision);
        TimesheetLines.Status status = timesheets.linesOf(timesheetId).line(lineId);
        settled(sheet, sheet.correct(status, minutes, travelMinutes, text, caller.accountId(), clock.instant()));
    }

    private void settled(Timesheet sheet, TimesheetSettlement settlement) {
        timesheets.add(settlement);
        timesheets.flush();
        events.fire(new TimesheetDisputeSettled(
                sheet.contractId(),
                sheet.id(),
                sheet.week(),
                settlement.lineId(),
                settlement.manner(),
                settlement.minutesOff(),
                settlement.travelOff(),
                settlement.text()));
    }

    private void requireVoice(Caller caller, Timesheet sheet) {
        if (!voice.speaksFor(caller, sheet.contractId(), sheet.organisationId())) {
            throw BusinessRuleViolation.forbidden("dispute-not-allowed");
        }
    }
}
