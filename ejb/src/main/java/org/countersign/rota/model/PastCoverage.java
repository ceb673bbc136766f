package org.countersign.rota.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.countersign.customer.model.RotaCover;
import org.countersign.kernel.DomainEntity;

/** That a rota covered a contract for a while, and how. Never changed. */
@Entity
@Table(name = "rota_past_coverage")
public class PastCoverage extends DomainEntity {

    @Column(name = "rota_id")
    private long rotaId;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "backup_after_minutes")
    private int backupAfterMinutes;

    @Column(name = "after_hours_only")
    private boolean afterHoursOnly;

    private Instant since;

    @Column(name = "until_at")
    private Instant until;

    protected PastCoverage() {}

    PastCoverage(Coverage coverage, Instant until) {
        this.rotaId = coverage.rotaId();
        this.contractId = coverage.contractId();
        this.backupAfterMinutes = Math.toIntExact(coverage.cover().backupAfter().toMinutes());
        this.afterHoursOnly = coverage.cover().afterHoursOnly();
        this.since = coverage.since();
        this.until = until;
    }

    public long rotaId() {
        return rotaId;
    }

    public long contractId() {
        return contractId;
    }

    public RotaCover cover() {
        return new RotaCover(Duration.ofMinutes(backupAfterMinutes), afterHoursOnly);
    }

    public Instant since() {
        return since;
    }

    /** First instant at which it was like this no more. */
    public Instant until() {
        return until;
    }
}
