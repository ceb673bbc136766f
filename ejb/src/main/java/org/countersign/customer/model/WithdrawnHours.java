package org.countersign.customer.model;

import java.time.Instant;

/**
 * A version of a calendar that was withdrawn before it began.
 *
 * @param withdrawnBy account that withdrew it
 */
public record WithdrawnHours(RecordedHours version, Instant withdrawnAt, String withdrawnBy) {}
