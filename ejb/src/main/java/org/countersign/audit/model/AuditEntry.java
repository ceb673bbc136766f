package org.countersign.audit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the audit trail. It is inserted and never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    /** The chain of what belongs to no contract. */
    public static final long SYSTEM_CHAIN = 0;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    private String actor;
    private String address;
    private String action;

    @Column(name = "subject_type")
    private String subjectType;

    @Column(name = "subject_id")
    private String subjectId;

    private String facts;

    protected AuditEntry() {}

    /**
     * @param contractId the chain, {@link #SYSTEM_CHAIN} for none
     * @param facts a JSON object
     */
    public AuditEntry(
            long contractId,
            Instant occurredAt,
            String actor,
            String address,
            String action,
            String subjectType,
            String subjectId,
            String facts) {
        this.contractId = contractId;
        this.occurredAt = occurredAt;
        this.actor = actor;
        this.address = address;
        this.action = action;
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.facts = facts;
    }

    public Long id() {
        return id;
    }

    public long contractId() {
        return contractId;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public String actor() {
        return actor;
    }

    public String address() {
        return address;
    }

    public String action() {
        return action;
    }

    public String subjectType() {
        return subjectType;
    }

    public String subjectId() {
        return subjectId;
    }

    public String facts() {
        return facts;
    }
}
