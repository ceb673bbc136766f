package org.countersign.intake.service;

/**
 * One message with everything its page shows.
 *
 * @param mail as it was understood; {@code null} when it cannot be read
 */
public record InboundDetails(InboundRow row, InboundFacts facts, MailPreview mail) {}
