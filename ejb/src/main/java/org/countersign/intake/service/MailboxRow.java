package org.countersign.intake.service;

import java.time.Instant;

/**
 * A mailbox as people see it.
 *
 * @param host of the IMAP server, or {@code null} when nobody polls
 * @param lastError what went wrong at the last attempt, or {@code null}
 */
public record MailboxRow(
        long id,
        String address,
        String contract,
        String displayName,
        String authservId,
        String host,
        boolean active,
        Instant lastPolledAt,
        Instant lastSuccessAt,
        String lastError) {}
