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
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.ticket.model.Text;

/**
 * That something is owed: by a clause of the contract, for a month, for one ticket, one service, or the month as a whole. It keeps the
 * calculation that explains it and is never changed; what becomes of it is in its steps.
 *
 * <p>It is proposed. A fixed contact agrees, and with that it is final; or disputes it with a reason. A manager answers the dispute with an
 * amount, the same or another, and the fixed contact has the word again.
 */
@Entity
@Table(name = "penalty_entry")
public class PenaltyEntry {

    private static final int REASON = 2_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "month_id")
    private long monthId;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "organisation_id")
    private long organisationId;

    @Column(name = "credit_month")
    private String month;

    @Column(name = "clause")
    private String clause;

    private String subject;

    @Enumerated(EnumType.STRING)
    private PenaltyMeasure measure;

    private String calculation;

    @Column(name = "created_at")
    private Instant createdAt;

    protected PenaltyEntry() {}

    /**
     * @param clause code of the clause
     * @param subject number of the ticket, name of the service, or {@link PenaltyMonth#WHOLE_MONTH}
     * @param calculation the explanation as JSON
     */
    public PenaltyEntry(PenaltyMonth month, String clause, String subject, PenaltyMeasure measure, String calculation, Instant now) {
        this.monthId = month.id();
        this.contractId = month.contractId();
        this.organisationId = month.organisationId();
        this.month = month.month().toString();
        this.clause = clause;
        this.subject = subject;
        this.measure = measure;
        this.calculation = calculation;
        this.createdAt = now;
    }

    /** The first step: the amount is proposed. */
    public PenaltyStep propose(BigDecimal amount, Instant now) {
        return new PenaltyStep(this, amount, now);
    }

    /**
     * The customer agrees to the amount; nothing changes any more.
     *
     * @param last the step that it follows
     * @throws BusinessRuleViolation {@code penalty-agreed}, {@code penalty-disputed}
     */
    public PenaltyStep agree(PenaltyStep last, long contactId, Instant now) {
        requireCustomersWord(last);
        return new PenaltyStep(last, PenaltyState.AGREED, last.amount(), contactId, null, null, now);
    }

    /**
     * The customer does not agree.
     *
     * @throws BusinessRuleViolation {@code penalty-agreed}, {@code penalty-disputed}; {@code required}, {@code too-long} for the reason
     */
    public PenaltyStep dispute(PenaltyStep last, long contactId, String reason, Instant now) {
        requireCustomersWord(last);
        return new PenaltyStep(
                last, PenaltyState.DISPUTED, last.amount(), contactId, null, Text.required("reason", reason, REASON), now);
    }

    /**
     * The provider answers a dispute with an amount, the same or another.
     *
     * @param amount 0 for nothing
     * @throws BusinessRuleViolation {@code penalty-agreed}, {@code penalty-not-disputed}; {@code penalty-amount-negative};
     *     {@code required}, {@code too-long} for the reason
     */
    public PenaltyStep settle(PenaltyStep last, BigDecimal amount, long accountId, String reason, Instant now) {
        requireOwn(last);
        if (last.state() != PenaltyState.DISPUTED) {
            throw BusinessRuleViolation.conflict("penalty-not-disputed");
        }
        if (amount == null) {
            throw BusinessRuleViolation.invalid("amount", "required");
        }
        if (amount.signum() < 0) {
            throw BusinessRuleViolation.invalid("amount", "penalty-amount-negative", amount.toPlainString());
        }
        return new PenaltyStep(
                last, PenaltyState.SETTLED, amount, null, accountId, Text.required("reason", reason, REASON), now);
    }

    private void requireCustomersWord(PenaltyStep last) {
        requireOwn(last);
        if (last.state() == PenaltyState.DISPUTED) {
            throw BusinessRuleViolation.conflict("penalty-disputed");
        }
    }

    private void requireOwn(PenaltyStep last) {
        if (last.entryId() != id) {
            throw new IllegalArgumentException("A step of another entry: " + last.entryId());
        }
        if (last.state() == PenaltyState.AGREED) {
            throw BusinessRuleViolation.conflict("penalty-agreed");
        }
    }

    public Long id() {
        return id;
    }

    public long monthId() {
        return monthId;
    }

    public long contractId() {
        return contractId;
    }

    public long organisationId() {
        return organisationId;
    }

    public String month() {
        return month;
    }

    public String clause() {
        return clause;
    }

    public String subject() {
        return subject;
    }
}
