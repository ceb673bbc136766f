package org.countersign.ticket.service;

import java.time.Instant;
import org.countersign.ticket.model.Priority;

/**
 * A target of a ticket that was missed.
 *
 * @param due when it fell due; of status updates the first that came too late
 * @param met when it was met at last, or {@code null}
 */
public record MissedTarget(long id, String number, Priority priority, Instant due, Instant met) {}
