package org.countersign.customer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One version of what a contract says: who agreed to it, when, and from when on it is in force. It is never changed; the next one follows it. One that has
 * not begun can be withdrawn, which a {@link VersionWithdrawal} says.
 */
@Entity
@Table(name = "contract_version")
public class ContractVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "number")
    private int number;

    @Column(name = "in_force_from")
    private Instant inForceFrom;

    @Column(name = "calendar_id")
    private long calendarId;

    @Column(name = "agreed_by")
    private String agreedBy;

    @Column(name = "agreed_at")
    private Instant agreedAt;

    @Column(name = "document")
    private String document;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected ContractVersion() {}

    /**
     * @param agreedBy name of the person who agreed for the customer
     * @param document the agreement as JSON
     */
    public ContractVersion(
            long contractId,
            int number,
            Instant inForceFrom,
            long calendarId,
            String agreedBy,
            Instant agreedAt,
            String document,
            String recordedBy,
            Instant recordedAt) {
        this.contractId = contractId;
        this.number = number;
        this.inForceFrom = inForceFrom;
        this.calendarId = calendarId;
        this.agreedBy = agreedBy;
        this.agreedAt = agreedAt;
        this.document = document;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    public Long id() {
        return id;
    }

    public long contractId() {
        return contractId;
    }

    public int number() {
        return number;
    }

    public Instant inForceFrom() {
        return inForceFrom;
    }

    public long calendarId() {
        return calendarId;
    }

    public String agreedBy() {
        return agreedBy;
    }

    public Instant agreedAt() {
        return agreedAt;
    }

    public String document() {
        return document;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
