package org.countersign.rota.service;

import java.time.Instant;

/**
 * A call-out.
 *
 * @param backupDueAt when the backup is called unless somebody acknowledges, or {@code null}
 * @param overAt since when there is no need of it any more, though nobody acknowledged, or {@code null}
 * @param acknowledgeable whether the caller may acknowledge it
 */
public record CallOutView(
        long id,
        String rota,
        String contract,
        String ticket,
        String reason,
        String channel,
        PersonView responsible,
        Instant calledAt,
        PersonView backup,
        Instant backupDueAt,
        Instant backupCalledAt,
        PersonView acknowledgedBy,
        Instant acknowledgedAt,
        Instant overAt,
        boolean acknowledgeable) {}
