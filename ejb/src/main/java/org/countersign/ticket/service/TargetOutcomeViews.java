package org.countersign.ticket.service;

import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.ticket.model.Priority;

/** Read-only projections of what became of targets, one statement each. */
public interface TargetOutcomeViews {

    /** Missed targets that fell due from {@code from} on and before {@code until}, by id of the ticket, which is above {@code after}. */
    List<MissedTarget> missed(
            long contractId, ServiceTarget target, List<Priority> priorities, Instant from, Instant until, long after, int limit);

    /** Tickets that met the target in time, from {@code from} on and before {@code until}, by id, which is above {@code after}. */
    List<MetTarget> met(
            long contractId, ServiceTarget target, List<Priority> priorities, Instant from, Instant until, long after, int limit);
}
