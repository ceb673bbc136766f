package org.countersign.intake.service;

import java.time.Instant;
import java.util.Locale;
import org.countersign.intake.model.Ground;

/**
 * What a message's page shows beside its row.
 *
 * @param detail the {@link Ground} of the outcome as it was written, or {@code null}
 */
public record InboundFacts(
        String detail, String contactName, String contactEmail, String contract, String decisionReason, String decidedBy, Instant decidedAt) {

    /** What the outcome rests on, in a language; {@code null} when nothing was recorded. */
    public String ground(Locale language) {
        return detail == null ? null : Ground.read(detail).text(language);
    }
}
