package org.countersign.intake.service;

import java.time.Instant;
import org.countersign.intake.model.InboundMessage;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.model.IntakeSource;
import org.countersign.intake.model.MessageDecision;

/**
 * A message in a list.
 *
 * @param mailbox the address it came to, or {@code null}
 * @param outcome {@code null} while it waits to be processed
 * @param reason code, or {@code null}
 * @param ticket number, or {@code null}
 */
public record InboundRow(
        long id,
        Instant receivedAt,
        IntakeSource source,
        String mailbox,
        String sender,
        String senderName,
        boolean senderProven,
        String subject,
        long sizeBytes,
        IntakeOutcome outcome,
        String reason,
        String ticket,
        MessageDecision decision) {

    /** Whether a person may still decide about it. */
    public boolean toDecide() {
        return InboundMessage.isToDecide(outcome, decision);
    }
}
