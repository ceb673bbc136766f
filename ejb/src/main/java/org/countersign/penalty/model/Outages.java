package org.countersign.penalty.model;

import java.time.Instant;
import java.util.Optional;

/** All outages. */
public interface Outages {

    /** Adds an outage, which has its id then. */
    void add(Outage outage);

    /** The outage, locked until the transaction ends. */
    Optional<Outage> lock(long id);

    /** The id of the outage that is known by this key and not withdrawn. */
    Optional<Long> known(String key);

    /** What was not there of a contract's services, from {@code from} on and before {@code until}, as far as it is not withdrawn. */
    Downtimes downtimes(long contractId, Instant from, Instant until);

    /** Writes what changed so far, so that a conflict shows now. */
    void flush();
}
