package org.countersign.customer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.countersign.kernel.DomainEntity;
import org.countersign.kernel.Input;

/** Who has a role in a contract's account team from a day on, until the next membership of that role begins; perhaps nobody. */
@Entity
@Table(name = "team_membership")
public class TeamMembership extends DomainEntity {

    @Column(name = "contract_id")
    private long contractId;

    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private TeamRole role;

    @Column(name = "from_day")
    private LocalDate from;

    @Column(name = "account_id")
    private Long accountId;

    private String phone;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected TeamMembership() {}

    /**
     * @param accountId {@code null} for nobody
     * @param phone under which the customer reaches the person, or {@code null}
     */
    public TeamMembership(long contractId, TeamRole role, LocalDate from, Long accountId, String phone) {
        this.contractId = contractId;
        this.role = role;
        this.from = from;
        name(accountId, phone);
    }

    /** Says anew who it is; for what is written down on the day on which it begins, and for what was withdrawn and counts again. */
    public void name(Long newAccountId, String newPhone) {
        withdrawnAt = null;
        accountId = newAccountId;
        phone = newAccountId == null ? null : Input.optionalLine("phone", newPhone, 50);
    }

    /** From now on it does not count; for what has not begun. */
    public void withdraw(Instant now) {
        withdrawnAt = now;
    }

    /** Whether it says the same. */
    public boolean names(Long account, String number) {
        return Objects.equals(accountId, account) && (account == null || Objects.equals(phone, Input.optionalLine("phone", number, 50)));
    }

    public TeamRole role() {
        return role;
    }

    public LocalDate from() {
        return from;
    }

    public Long accountId() {
        return accountId;
    }
}
