package org.countersign.rota.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;
import org.countersign.kernel.Input;

/** That a person cannot have a duty from an instant until another. Why is not recorded. It can be taken back, and stays on record then. */
@Entity
@Table(name = "rota_absence")
public class Absence extends DomainEntity {

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "from_at")
    private Instant from;

    @Column(name = "until_at")
    private Instant until;

    private String note;

    @Column(name = "covered_by_id")
    private Long coveredById;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected Absence() {}

    /**
     * @param coveredById who takes over what the person had, or {@code null}
     * @throws BusinessRuleViolation {@code required}, {@code absence-ends-before-start}, {@code absence-over}, {@code too-long}
     */
    public static Absence of(long accountId, Instant from, Instant until, String note, Long coveredById, Instant now) {
        Period.require("absence-ends-before-start", from, until);
        if (!until.isAfter(now)) {
            throw BusinessRuleViolation.invalid("until", "absence-over");
        }
        Absence absence = new Absence();
        absence.accountId = accountId;
        absence.from = from;
        absence.until = until;
        absence.note = Input.optionalLine("note", note, 200);
        absence.coveredById = coveredById;
        absence.recordedAt = now;
        return absence;
    }

    /**
     * The person is back, or never goes. Said again, it changes nothing.
     *
     * @return whether it was taken back now
     * @throws BusinessRuleViolation {@code absence-over}: what was, stays as it was
     */
    public boolean withdraw(Instant now) {
        if (withdrawnAt != null) {
            return false;
        }
        if (!until.isAfter(now)) {
            throw BusinessRuleViolation.conflict("absence-over");
        }
        withdrawnAt = now;
        return true;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public Away away() {
        return new Away(accountId, from, until);
    }

    public long accountId() {
        return accountId;
    }

    public Instant from() {
        return from;
    }

    public Instant until() {
        return until;
    }

    public String note() {
        return note;
    }

    public Long coveredById() {
        return coveredById;
    }
}
