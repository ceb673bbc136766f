package org.countersign.replay.service;

import java.time.Instant;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TargetResult;

/**
 * A ticket's target that changed sides.
 *
 * @param queuePosition of the ticket in the order of arrival
 * @param wasDue {@code null} where nothing was due
 * @param wouldDue {@code null} where nothing would have been due
 */
public record ChangedTarget(
        long id,
        long queuePosition,
        String ticket,
        String summary,
        Instant receivedAt,
        ServiceTarget target,
        TargetResult was,
        TargetResult would,
        Priority wasPriority,
        Priority wouldPriority,
        Instant wasDue,
        Instant wouldDue) {}
