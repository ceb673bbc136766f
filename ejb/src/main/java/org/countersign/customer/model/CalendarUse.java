package org.countersign.customer.model;

import java.time.Instant;

/**
 * A version of a contract that is in force or to come, as one that counts in the hours of a calendar.
 *
 * @param contract its code
 * @param version number
 */
public record CalendarUse(String contract, int version, Instant inForceFrom, ServiceAgreement agreement) {}
