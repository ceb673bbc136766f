package org.countersign.customer.model;

import java.time.Instant;

/**
 * A version of a contract that was withdrawn before it began.
 *
 * @param withdrawnBy account that withdrew it
 */
public record WithdrawnVersion(AgreedVersion version, Instant withdrawnAt, String withdrawnBy) {}
