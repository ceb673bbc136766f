package org.countersign.penalty.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All outages. */
public interface Outages {

    /** Adds an outage, which has its id then. */
    void add(Outage outage);

    /** The outage, locked until the transaction ends. */
    Optional<Outage> lock(long id);

    /** The id of the outage that is known by this key and not withdrawn. */
    Optional<Long> known(String key);

    /** What was not there of a service of a contract, from {@code from} on and before {@code until}, as far as it is not withdrawn. */
    List<Downtime> downtimes(long contractId, String service, Instant from, Instant until);

    /** Writes what changed so far, so that a conflict shows now. */
    void flush();
}
