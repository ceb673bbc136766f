package org.countersign.customer.model;

import java.time.Instant;

/**
 * A version of a calendar that was withdrawn before it began.
 *
 * @param withdrawal number of the recording that withdrew it, by which a history names what followed
 * @param withdrawnBy account that withdrew it
 */
public record WithdrawnHours(RecordedHours version, int withdrawal, Instant withdrawnAt, String withdrawnBy) {}
