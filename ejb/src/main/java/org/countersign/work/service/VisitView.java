package org.countersign.work.service;

import java.time.Instant;
import org.countersign.work.model.VisitState;

/**
 * A visit, as lists show it.
 *
 * @param decidedBy name of the customer's contact, or {@code null} while nobody decided
 * @param reason why it was declined, or {@code null}
 */
public record VisitView(
        long id,
        String ticket,
        String summary,
        Instant plannedAt,
        String purpose,
        VisitState state,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt,
        String reason,
        long version) {}
