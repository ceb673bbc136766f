package org.countersign.intake.service;

import org.countersign.intake.model.IntakeOutcome;

/**
 * What became of a message that was handed in.
 *
 * @param message id under which it is kept
 * @param ticket number of the ticket it led to, or {@code null}
 * @param reason code, or {@code null}
 * @param senderContact mail address of the contact who wrote it, or {@code null} when the author is none
 */
public record IntakeResult(long message, IntakeOutcome outcome, String ticket, String reason, String senderContact) {}
