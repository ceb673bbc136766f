package org.countersign.kernel.lease;

import java.time.Instant;

/** The leases as rows that all nodes see. */
public interface LeaseStore {

    /** Makes {@code holder} the holder if it already is, or if the lease ran out at {@code now} or before; false otherwise. */
    boolean take(String name, String holder, Instant now, Instant until);

    /** Extends a lease that {@code holder} holds and that has not run out at {@code now}; false otherwise. */
    boolean extend(String name, String holder, Instant now, Instant until);

    /** Gives up what {@code holder} holds; nothing happens when it does not. */
    void drop(String name, String holder);
}
