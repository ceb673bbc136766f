package org.countersign.penalty.service;

import java.time.Instant;
import java.time.YearMonth;
import org.countersign.customer.model.AvailabilityTarget;
import org.countersign.customer.model.ContractTerms;
import org.countersign.penalty.model.Availability;
import org.countersign.penalty.model.Downtimes;
import org.countersign.serviceclock.model.ServiceCalendar;

/**
 * A month of a contract with the terms that count for it.
 *
 * @param from beginning of the month in the contract's zone, or of the contract, if that is later
 * @param until end of the month
 * @param terms of the version in force when the month began
 */
public record ServiceMonth(ContractTerms terms, YearMonth month, Instant from, Instant until) {

    boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    /** Whether there is anything of it yet at all. */
    public boolean isEmpty() {
        return !from.isBefore(until);
    }

    /** As much of it as there is by an instant. */
    ServiceMonth upTo(Instant now) {
        return isOver(now) ? this : new ServiceMonth(terms, month, from, now);
    }

    /**
     * How available a service was, by the terms that count or by others that somebody thinks of. An outage that lasts is cut off at the end.
     *
     * @param hours of service under those terms
     */
    public Availability availability(AvailabilityTarget target, ServiceCalendar hours, Downtimes downtimes) {
        return Availability.of(target, hours, from, until, downtimes.of(target.service()));
    }
}
