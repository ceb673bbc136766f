package org.countersign.rota.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;
import org.countersign.kernel.Input;

/**
 * That somebody on duty was called for a ticket. The responsible is called at once; if nobody acknowledges within the contract's time, the
 * backup is called, once. Whoever was called, or a manager, acknowledges; with that it is over. It is over as well once there is no need of
 * it: somebody else has the ticket, the ticket has ended, or another call has followed.
 */
@Entity
@Table(name = "call_out")
public class CallOut extends DomainEntity {

    /** How people are called. */
    public enum Channel {
        MAIL
    }

    @Column(name = "rota_id")
    private long rotaId;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "ticket_number")
    private String ticketNumber;

    private String reason;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column(name = "responsible_id")
    private long responsibleId;

    @Column(name = "called_at")
    private Instant calledAt;

    @Column(name = "backup_id")
    private long backupId;

    @Column(name = "backup_due_at")
    private Instant backupDueAt;

    @Column(name = "backup_called_at")
    private Instant backupCalledAt;

    @Column(name = "acknowledged_by_id")
    private Long acknowledgedById;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @Column(name = "over_at")
    private Instant overAt;

    protected CallOut() {}

    /**
     * Calls the responsible.
     *
     * @param patience how long the responsible has before the backup is called
     * @throws BusinessRuleViolation {@code required}, {@code too-long} for ticket and reason
     */
    public static CallOut call(OnCallDuty duty, long contractId, String ticketNumber, String reason, Duration patience, Instant now) {
        CallOut callOut = new CallOut();
        callOut.rotaId = duty.rotaId();
        callOut.contractId = contractId;
        callOut.ticketNumber = Input.line("ticket", ticketNumber, 20);
        callOut.reason = Input.line("reason", reason, 500);
        callOut.channel = Channel.MAIL;
        callOut.responsibleId = duty.responsible();
        callOut.calledAt = now;
        callOut.backupId = duty.backup();
        callOut.backupDueAt = now.plus(patience);
        return callOut;
    }

    /**
     * Nobody acknowledged in time: the backup is called.
     *
     * @param duty who is on duty now, which may be the next shift; {@code null} when the rota has run out, then it is the backup of the time
     *     of the call
     * @return whom to call
     */
    public long callBackup(OnCallDuty duty, Instant now) {
        if (duty != null) {
            backupId = duty.backup() == responsibleId ? duty.responsible() : duty.backup();
        }
        backupDueAt = null;
        backupCalledAt = now;
        return backupId;
    }

    /**
     * Somebody takes it.
     *
     * @return false when the same person had acknowledged it before
     * @throws BusinessRuleViolation {@code call-out-acknowledged} when somebody else had; {@code call-out-over} when there is no need any more
     */
    public boolean acknowledge(long accountId, Instant now) {
        if (acknowledgedById != null) {
            if (acknowledgedById == accountId) {
                return false;
            }
            throw BusinessRuleViolation.conflict("call-out-acknowledged");
        }
        if (overAt != null) {
            throw BusinessRuleViolation.conflict("call-out-over", ticketNumber);
        }
        acknowledgedById = accountId;
        acknowledgedAt = now;
        backupDueAt = null;
        return true;
    }

    /** There is no need of it any more. */
    public void end(Instant now) {
        if (isOpen()) {
            overAt = now;
            backupDueAt = null;
        }
    }

    /** Whether the backup has had as long to acknowledge as the responsible had, and nobody did. */
    public boolean isUnanswered(Duration patience, Instant now) {
        return isOpen() && backupCalledAt != null && !now.isBefore(backupCalledAt.plus(patience));
    }

    /** Whether this person was called. */
    public boolean called(long accountId) {
        return responsibleId == accountId || backupCalledAt != null && backupId == accountId;
    }

    public boolean isOpen() {
        return acknowledgedAt == null && overAt == null;
    }

    public long rotaId() {
        return rotaId;
    }

    public long contractId() {
        return contractId;
    }

    public String ticketNumber() {
        return ticketNumber;
    }

    public String reason() {
        return reason;
    }

    public Channel channel() {
        return channel;
    }

    public long responsibleId() {
        return responsibleId;
    }

    public Instant calledAt() {
        return calledAt;
    }

    public long backupId() {
        return backupId;
    }

    /** When the backup is called unless somebody acknowledges; {@code null} when that is not to come any more. */
    public Instant backupDueAt() {
        return backupDueAt;
    }

    public Instant backupCalledAt() {
        return backupCalledAt;
    }

    public Long acknowledgedById() {
        return acknowledgedById;
    }

    public Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    /** Since when there is no need of it any more, though nobody acknowledged; {@code null} otherwise. */
    public Instant overAt() {
        return overAt;
    }
}
