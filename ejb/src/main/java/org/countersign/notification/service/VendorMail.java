package org.countersign.notification.service;

import java.time.Instant;
import org.countersign.notification.model.OutboxState;
import org.countersign.notification.model.VendorMailKey;

/**
 * What became of a mail to a vendor.
 *
 * @param id in the outbox
 * @param key of which entry of which case it is; {@code null} for a mail that is no entry
 */
public record VendorMail(long id, VendorMailKey key, OutboxState state, Instant sentAt) {

    /** Filled by the query. */
    public VendorMail(Long id, String dedupeKey, OutboxState state, Instant sentAt) {
        this(id.longValue(), VendorMailKey.read(dedupeKey).orElse(null), state, sentAt);
    }
}
