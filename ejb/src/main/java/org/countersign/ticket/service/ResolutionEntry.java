package org.countersign.ticket.service;

import java.time.Instant;

/**
 * One proposal of a solution and what the customer said to it.
 *
 * @param rejection the customer's reason, or {@code null} when it was not rejected
 */
public record ResolutionEntry(
        int ordinal, String text, String proposedBy, Instant proposedAt, String rejectedBy, Instant rejectedAt, String rejection) {}
