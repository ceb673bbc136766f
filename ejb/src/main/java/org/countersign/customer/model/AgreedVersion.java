package org.countersign.customer.model;

import java.time.Instant;

/**
 * A version of a contract as it was agreed.
 *
 * @param agreedBy name of the person who agreed for the customer
 * @param recordedBy account that put it down
 */
public record AgreedVersion(
        int number, Instant inForceFrom, String agreedBy, Instant agreedAt, String recordedBy, Instant recordedAt, ServiceAgreement agreement) {}
