package org.countersign.rota.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import org.countersign.customer.model.RotaCover;
import org.countersign.kernel.DomainEntity;

/** That a rota covers a contract, and what the contract says about it. A contract has one rota at most, so there is one answer who is on duty. */
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

    protected Coverage() {}

    public Coverage(long rotaId, long contractId, RotaCover cover) {
        this.rotaId = rotaId;
        this.contractId = contractId;
        say(cover);
    }

    public final void say(RotaCover cover) {
        backupAfterMinutes = Math.toIntExact(cover.backupAfter().toMinutes());
        afterHoursOnly = cover.afterHoursOnly();
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
}
