package org.countersign.penalty.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One step of an entry, with the amount that it leaves. It names the step that it follows, so that the database itself sees that none
 * follows an agreement. It is never changed.
 */
@Entity
@Table(name = "penalty_step")
public class PenaltyStep {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "entry_id")
    private long entryId;

    @Column(name = "organisation_id")
    private long organisationId;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private PenaltyState state;

    private BigDecimal amount;

    @Column(name = "after_ordinal")
    private Integer afterOrdinal;

    @Enumerated(EnumType.STRING)
    @Column(name = "after_state")
    private PenaltyState afterState;

    @Column(name = "after_amount")
    private BigDecimal afterAmount;

    @Column(name = "contact_id")
    private Long contactId;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "reason")
    private String reason;

    @Column(name = "taken_at")
    private Instant takenAt;

    protected PenaltyStep() {}

    /** The first step. */
    PenaltyStep(PenaltyEntry entry, BigDecimal amount, Instant now) {
        this.entryId = entry.id();
        this.organisationId = entry.organisationId();
        this.ordinal = 1;
        this.state = PenaltyState.PROPOSED;
        this.amount = amount;
        this.takenAt = now;
    }

    /** A later step. */
    PenaltyStep(
            PenaltyStep after, PenaltyState state, BigDecimal amount, Long contactId, Long accountId, String reason, Instant now) {
        this.entryId = after.entryId;
        this.organisationId = after.organisationId;
        this.ordinal = after.ordinal + 1;
        this.state = state;
        this.amount = amount;
        this.afterOrdinal = after.ordinal;
        this.afterState = after.state;
        this.afterAmount = after.amount;
        this.contactId = contactId;
        this.accountId = accountId;
        this.reason = reason;
        this.takenAt = now;
    }

    public long entryId() {
        return entryId;
    }

    /** From 1 on. */
    public int ordinal() {
        return ordinal;
    }

    public PenaltyState state() {
        return state;
    }

    public BigDecimal amount() {
        return amount;
    }

    /** The contact who agreed or disputed, or {@code null}. */
    public Long contactId() {
        return contactId;
    }

    /** Why it was disputed, or what was said when it was settled; {@code null} elsewhere. */
    public String reason() {
        return reason;
    }

    public Instant takenAt() {
        return takenAt;
    }
}
