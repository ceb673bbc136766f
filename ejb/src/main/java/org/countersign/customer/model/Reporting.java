package org.countersign.customer.model;

import java.util.Optional;

/**
 * A contract and the person who reports under it, as registering a report needs them.
 *
 * @param reporter nothing when the person is not known, or not asked for
 * @param fixedContact whether the person is a fixed contact of the contract (M96)
 */
public record Reporting(ContractTerms contract, Optional<ContactCard> reporter, boolean fixedContact) {}
