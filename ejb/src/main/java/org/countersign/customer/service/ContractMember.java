package org.countersign.customer.service;

import java.time.Instant;

/**
 * Who reports under a contract.
 *
 * @param fixed whether the contact speaks for the customer without anybody else's word (M96)
 * @param acceptsSince since when the contact may accept for the customer, or {@code null} (M64)
 */
public record ContractMember(String email, String name, boolean fixed, Instant acceptsSince) {}
