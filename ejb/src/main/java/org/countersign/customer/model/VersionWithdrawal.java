package org.countersign.customer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a version of a contract was withdrawn before it began: it never was in force. What it said, and its number, stay on record. */
@Entity
@Table(name = "contract_version_withdrawal")
public class VersionWithdrawal {

    @Id
    @Column(name = "version_id")
    private Long versionId;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private String withdrawnBy;

    protected VersionWithdrawal() {}

    public VersionWithdrawal(long versionId, Instant withdrawnAt, String withdrawnBy) {
        this.versionId = versionId;
        this.withdrawnAt = withdrawnAt;
        this.withdrawnBy = withdrawnBy;
    }

    public long versionId() {
        return versionId;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    public String withdrawnBy() {
        return withdrawnBy;
    }
}
