package org.countersign.rota.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.countersign.kernel.DomainEntity;

/**
 * A change of duty: who has it from an instant on, until the next shift of the rota begins or its span ends. Only beginnings are kept, so two
 * shifts cannot overlap and nothing between two can be left out; an end is kept where a span has run out before the next one began.
 */
@Entity
@Table(name = "rota_shift")
public class Shift extends DomainEntity {

    @Column(name = "rota_id")
    private long rotaId;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "responsible_id")
    private long responsibleId;

    @Column(name = "backup_id")
    private long backupId;

    private int revision;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Shift() {}

    public Shift(long rotaId, Duty duty, int revision, Instant now) {
        this.rotaId = rotaId;
        this.startsAt = duty.from();
        say(duty, revision, now);
    }

    /** The shift is another now: other people, or another end. */
    public final void say(Duty duty, int inRevision, Instant now) {
        responsibleId = duty.responsible();
        backupId = duty.backup();
        revision = inRevision;
        changedAt = now;
    }

    /** The last one of a span that has run out, and that another span follows, ends here for ever. */
    public void close(Instant end) {
        endsAt = end;
    }

    /**
     * Who has the duty, and how long.
     *
     * @param end where the next shift begins, or the rota's span ends
     */
    public Duty until(Instant end) {
        return new Duty(startsAt, endsAt != null && endsAt.isBefore(end) ? endsAt : end, responsibleId, backupId);
    }

    public long rotaId() {
        return rotaId;
    }

    public Instant startsAt() {
        return startsAt;
    }

    /** Where its span ended, if it was the last one of a span that another one followed; {@code null} for every other shift. */
    public Instant endsAt() {
        return endsAt;
    }

    public long responsibleId() {
        return responsibleId;
    }

    public long backupId() {
        return backupId;
    }

    /** The revision of the rota that last changed this shift. */
    public int revision() {
        return revision;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
