package org.countersign.rota.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countersign.customer.model.RotaCover;
import org.countersign.kernel.DomainEntity;

/**
 * That a rota covers a contract, how, and since when. A contract has one rota at most, so there is one answer who is on duty; what was before
 * stays on record as {@link PastCoverage}.
 */
@Entity
@Table(name = "rota_coverage")
public class Coverage extends DomainEntity {

    @Column(name = "rota_id")
    private long rotaId;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "backup_after_minutes")
    private int backupAfterMinutes;

    @Column(name = "after_hours_only")
    private boolean afterHoursOnly;

    private Instant since;

    protected Coverage() {}

    public Coverage(long rotaId, long contractId, RotaCover cover, Instant since) {
        this.rotaId = rotaId;
        this.contractId = contractId;
        say(cover, since);
    }

    /** It is like this from now on. */
    public final void say(RotaCover cover, Instant now) {
        since = now;
        backupAfterMinutes = Math.toIntExact(cover.backupAfter().toMinutes());
        afterHoursOnly = cover.afterHoursOnly();
    }

    public long rotaId() {
        return rotaId;
    }

    public long contractId() {
        return contractId;
    }

    public Instant since() {
        return since;
    }

    /** What it was until now, for the record; nothing when it was never in force. */
    public Optional<PastCoverage> until(Instant now) {
        return since.isBefore(now) ? Optional.of(new PastCoverage(this, now)) : Optional.empty();
    }

    public RotaCover cover() {
        return new RotaCover(Duration.ofMinutes(backupAfterMinutes), afterHoursOnly);
    }
}
