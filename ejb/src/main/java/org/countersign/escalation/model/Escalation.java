package org.countersign.escalation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.DomainEntity;
import org.countersign.ticket.model.TicketRef;

/**
 * That a rule of the contract escalates a ticket, on one occasion.
 *
 * <p>It waits for its due instant, which moves with the ticket's service clock and is absent while that is halted. Once due it fires, and that
 * is the end of it: nothing that happens later takes it back or repeats it. When there is no need before that, because the ticket was
 * resolved, taken or ended, it is moot and says why; should the ticket fall back, a rejected solution for instance, it waits again.
 */
@Entity
public class Escalation extends DomainEntity {

    private static final Duration FIRST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final int LONGEST_ERROR = 500;

    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "contract_version")
    private int contractVersion;

    @Column(name = "calendar_revision")
    private int calendarRevision;

    private String rule;
    private int occasion;

    @Enumerated(EnumType.STRING)
    private EscalationState state;

    @Column(name = "due_at")
    private Instant dueAt;

    private String reason;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    private int attempts;

    @Column(name = "last_error")
    private String lastError;

    @Column(name = "settled_at")
    private Instant settledAt;

    private Integer ordinal;

    @Enumerated(EnumType.STRING)
    @Column(name = "raised_to")
    private SupportLevel raisedTo;

    private String notified;

    @Column(name = "manager_id")
    private Long managerId;

    @Column(name = "call_out_id")
    private Long callOutId;

    protected Escalation() {}

    /** An escalation that is to come. */
    public Escalation(TicketRef ticket, String rule, Outlook outlook, int contractVersion, int calendarRevision) {
        this.ticketId = ticket.id();
        this.contractId = ticket.contractId();
        this.rule = rule;
        this.state = EscalationState.WAITING;
        this.occasion = outlook.occasion();
        expect(outlook, contractVersion, calendarRevision, null);
    }

    /**
     * Follows the ticket; one that has fired stays as it is.
     *
     * @param contractVersion under which the ticket stands
     * @param now when it becomes moot, if it does
     */
    public void follow(Outlook outlook, int version, int revision, Instant now) {
        if (state != EscalationState.FIRED) {
            expect(outlook, version, revision, now);
        }
    }

    private void expect(Outlook outlook, int version, int revision, Instant now) {
        boolean was = state == EscalationState.WAITING;
        boolean moved = !Objects.equals(dueAt, outlook.due());
        if (outlook.isToCome()) {
            occasion = outlook.occasion();
            contractVersion = version;
            calendarRevision = revision;
        }
        if (moved || was != outlook.isToCome()) {
            dueAt = outlook.due();
            nextAttemptAt = outlook.due();
            attempts = 0;
            lastError = null;
            settledAt = outlook.isToCome() ? null : now;
        }
        state = outlook.state();
        reason = outlook.reason();
    }

    /** Whether it is to fire now. */
    public boolean isDue(Instant now) {
        return state == EscalationState.WAITING && dueAt != null && !dueAt.isAfter(now);
    }

    /**
     * It happens, once.
     *
     * @param number which of the ticket's escalations it is
     * @throws IllegalStateException when it does not wait
     */
    public void fire(int number, Instant now) {
        if (state != EscalationState.WAITING) {
            throw new IllegalStateException("Escalation " + id() + " is " + state);
        }
        state = EscalationState.FIRED;
        ordinal = number;
        settledAt = now;
        nextAttemptAt = null;
        reason = null;
        lastError = null;
    }

    /**
     * What came of it, beside what it says of itself; {@code null} and an empty list where nothing did.
     *
     * @param lacking which of it could not be done, or {@code null}
     */
    public void did(SupportLevel level, List<Role> told, Long manager, Long callOut, String lacking) {
        reason = lacking;
        raisedTo = level;
        notified = told.isEmpty() ? null : told.stream().map(Role::name).collect(Collectors.joining(" "));
        managerId = manager;
        callOutId = callOut;
    }

    /** There is no need any more, or nobody to do it. */
    public void settle(String why, Instant now) {
        follow(Outlook.moot(occasion, why), contractVersion, calendarRevision, now);
    }

    /** It could not be done; it is tried again after a rest that doubles each time. */
    public void failed(String error, Instant now) {
        if (state != EscalationState.WAITING) {
            return;
        }
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(attempts, 10));
        attempts++;
        nextAttemptAt = now.plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
        String text = String.valueOf(error);
        lastError = text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }

    public boolean isFired() {
        return state == EscalationState.FIRED;
    }

    public boolean isWaiting() {
        return state == EscalationState.WAITING;
    }

    public long ticketId() {
        return ticketId;
    }

    public long contractId() {
        return contractId;
    }

    public String rule() {
        return rule;
    }

    public int occasion() {
        return occasion;
    }

    public EscalationState state() {
        return state;
    }

    /** {@code null} while the clock is halted, and when it is moot. */
    public Instant dueAt() {
        return dueAt;
    }

    public String reason() {
        return reason;
    }

    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    public int attempts() {
        return attempts;
    }

    public String lastError() {
        return lastError;
    }

    public Instant settledAt() {
        return settledAt;
    }

    /** Which of the ticket's escalations it was; {@code null} until it fires. */
    public Integer ordinal() {
        return ordinal;
    }
}
