package org.countersign.quality.model;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * What a reviewer found about one characteristic of a ticket.
 *
 * @param conforming whether the ticket fulfils it
 * @param note       what was seen; needed where it does not, else may be {@code null}
 */
public record Finding(Characteristic characteristic, boolean conforming, String note) {

    /** The longest note, in characters. */
    public static final int MAXIMUM_NOTE = 2000;

    /**
     * @throws BusinessRuleViolation {@code unknown-characteristic}, {@code finding-note-required} or
     *                               {@code finding-note-too-long}
     */
    public Finding {
        if (characteristic == null) {
            Characteristic.of(null);
        }
        note = note == null || note.isBlank() ? null : note.strip();
        if (!conforming && note == null) {
            throw BusinessRuleViolation.invalid("note", "finding-note-required", characteristic);
        }
        if (note != null && note.length() > MAXIMUM_NOTE) {
            throw BusinessRuleViolation.invalid("note", "finding-note-too-long", characteristic, MAXIMUM_NOTE);
        }
    }
}
