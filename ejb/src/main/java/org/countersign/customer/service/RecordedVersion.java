package org.countersign.customer.service;

import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.AgreedVersion;

/**
 * A version of a contract in the list of all that were ever recorded.
 *
 * @param changes against the version that it followed, one line per place in the document; nothing for the first
 * @param withdrawnAt {@code null} for one that stands
 * @param withdrawnBy account that withdrew it, or {@code null}
 */
public record RecordedVersion(AgreedVersion version, List<String> changes, Instant withdrawnAt, String withdrawnBy) {

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Whether the version was one that could be followed at a moment. */
    boolean stoodAt(Instant at) {
        return withdrawnAt == null || withdrawnAt.isAfter(at);
    }
}
