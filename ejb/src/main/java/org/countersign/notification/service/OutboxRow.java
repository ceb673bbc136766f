package org.countersign.notification.service;

import java.time.Instant;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.OutboxState;

/**
 * A mail in the outbox's list.
 *
 * @param ticket number, or {@code null}
 * @param attempts so far, the successful one included
 * @param nextAttemptAt {@code null} unless pending
 * @param lastError of the last failure, {@code null} once sent
 */
public record OutboxRow(
        long id,
        OutboxState state,
        MailTemplate template,
        String recipient,
        String subject,
        String ticket,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant sentAt,
        String lastError) {}
