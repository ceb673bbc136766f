package org.countersign.rota.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;

/** What somebody leaves to the next shift: written by a person of the shift that ends, read by the people of the next one. Never changed. */
@Entity
@Table(name = "rota_handover")
public class Handover extends DomainEntity {

    public static final int LONGEST = 4_000;

    @Column(name = "rota_id")
    private long rotaId;

    @Column(name = "shift_from")
    private Instant shiftFrom;

    @Column(name = "written_by_id")
    private long writtenById;

    @Column(name = "written_at")
    private Instant writtenAt;

    private String note;

    @Column(name = "read_by_id")
    private Long readById;

    @Column(name = "read_at")
    private Instant readAt;

    protected Handover() {}

    /**
     * @param shiftFrom when the shift began that the note is about
     * @throws BusinessRuleViolation {@code required}, {@code too-long}, {@code control-character}
     */
    public static Handover write(long rotaId, Instant shiftFrom, long writtenById, String note, Instant now) {
        Handover handover = new Handover();
        handover.rotaId = rotaId;
        handover.shiftFrom = shiftFrom;
        handover.writtenById = writtenById;
        handover.note = text(note);
        handover.writtenAt = now;
        return handover;
    }

    private static String text(String note) {
        String text = note == null ? "" : note.strip().replace("\r\n", "\n");
        if (text.isEmpty()) {
            throw BusinessRuleViolation.invalid("note", "required");
        }
        if (text.length() > LONGEST) {
            throw BusinessRuleViolation.invalid("note", "too-long", LONGEST, text.length());
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw BusinessRuleViolation.invalid("note", "control-character");
        }
        return text;
    }

    /** Whether the same person left the same note about the same shift. */
    public boolean saysTheSameAs(Handover other) {
        return writtenById == other.writtenById && shiftFrom.equals(other.shiftFrom) && note.equals(other.note);
    }

    /** The first reading is remembered. Returns whether this was it. */
    public boolean read(long byId, Instant now) {
        if (readAt != null) {
            return false;
        }
        readById = byId;
        readAt = now;
        return true;
    }

    public long rotaId() {
        return rotaId;
    }

    public Instant shiftFrom() {
        return shiftFrom;
    }

    public long writtenById() {
        return writtenById;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public String note() {
        return note;
    }

    public Long readById() {
        return readById;
    }

    public Instant readAt() {
        return readAt;
    }
}
