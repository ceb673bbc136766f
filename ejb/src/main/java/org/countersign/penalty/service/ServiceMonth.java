package org.countersign.penalty.service;

import java.time.Instant;
import java.time.YearMonth;
import org.countersign.customer.model.ContractTerms;

/**
 * A month of a contract with the terms that count for it.
 *
 * @param from beginning of the month in the contract's zone, or of the contract, if that is later
 * @param until end of the month
 * @param terms of the version in force when the month began
 */
record ServiceMonth(ContractTerms terms, YearMonth month, Instant from, Instant until) {

    boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    /** Whether there is anything of it yet at all. */
    boolean isEmpty() {
        return !from.isBefore(until);
    }
}
