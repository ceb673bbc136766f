package org.countersign.penalty.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.countersign.customer.model.ContractTerms;
import org.countersign.kernel.DomainEntity;

/**
 * A month of a contract that was assessed, with the version of the contract and the recording of its calendar by which it was, for good: a
 * later assessment of the same month computes by the same terms. Its row is locked by whatever changes what the month comes to.
 */
@Entity
@Table(name = "penalty_month")
public class PenaltyMonth extends DomainEntity {

    /** The subject of what is owed for the month as a whole. */
    public static final String WHOLE_MONTH = "MONTH";

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "organisation_id")
    private long organisationId;

    @Column(name = "credit_month")
    private String month;

    @Column(name = "from_at")
    private Instant from;

    @Column(name = "until_at")
    private Instant until;

    @Column(name = "contract_version")
    private int contractVersion;

    @Column(name = "calendar_revision")
    private int calendarRevision;

    private String currency;

    private BigDecimal base;

    @Column(name = "cap_amount")
    private BigDecimal cap;

    @Column(name = "first_assessed_at")
    private Instant firstAssessedAt;

    @Column(name = "last_assessed_at")
    private Instant lastAssessedAt;

    protected PenaltyMonth() {}

    /** @param terms with penalties */
    public PenaltyMonth(ContractTerms terms, YearMonth month, Instant from, Instant until, Instant now) {
        this.contractId = terms.id();
        this.organisationId = terms.organisationId();
        this.month = month.toString();
        this.from = from;
        this.until = until;
        this.contractVersion = terms.version();
        this.calendarRevision = terms.calendarRevision();
        this.currency = terms.agreement().penalties().currency().getCurrencyCode();
        this.base = terms.agreement().penalties().base();
        this.cap = new MonthCap(terms.agreement().penalties(), BigDecimal.ZERO).most();
        this.firstAssessedAt = now;
        this.lastAssessedAt = now;
    }

    /** It was looked at again. */
    public void assessedAgain(Instant now) {
        lastAssessedAt = now;
    }

    public long contractId() {
        return contractId;
    }

    public long organisationId() {
        return organisationId;
    }

    public YearMonth month() {
        return YearMonth.parse(month);
    }

    public Instant from() {
        return from;
    }

    public Instant until() {
        return until;
    }

    public int contractVersion() {
        return contractVersion;
    }

    public int calendarRevision() {
        return calendarRevision;
    }

    public String currency() {
        return currency;
    }

    public BigDecimal base() {
        return base;
    }

    /** The most that the month may come to, or {@code null}. */
    public BigDecimal cap() {
        return cap;
    }

    public Instant firstAssessedAt() {
        return firstAssessedAt;
    }

    public Instant lastAssessedAt() {
        return lastAssessedAt;
    }
}
