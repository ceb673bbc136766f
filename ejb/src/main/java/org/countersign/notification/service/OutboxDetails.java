package org.countersign.notification.service;

import java.time.Instant;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.OutboxState;

/**
 * One mail of the outbox as it leaves.
 *
 * @param contract code, or {@code null}
 * @param ticket number, or {@code null}
 * @param body plain text
 * @param attachmentName {@code null} without an attachment
 * @param giveUpAt from then on a failure is the last one
 */
public record OutboxDetails(
        long id,
        OutboxState state,
        MailTemplate template,
        String messageId,
        String sender,
        String senderName,
        String recipient,
        String recipientName,
        String replyTo,
        String inReplyTo,
        String language,
        String subject,
        String body,
        String attachmentName,
        String attachmentType,
        String contract,
        String ticket,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant giveUpAt,
        Instant sentAt,
        String lastError) {}
