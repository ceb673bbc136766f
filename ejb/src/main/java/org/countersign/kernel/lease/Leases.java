package org.countersign.kernel.lease;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.countersign.kernel.CallContext;

/**
 * Leases of this node, each call in a transaction of its own:
 *
 * <pre>{@code
 * if (leases.acquire("audit-sealer", Duration.ofSeconds(30))) {
 *     do { work(); } while (more && leases.renew("audit-sealer", Duration.ofSeconds(30)));
 * }
 * }</pre>
 *
 * A lease saves double work; it is no lock. A node that stands still longer than its lease, or whose clock is wrong, may work beside the new
 * holder, so the work itself must bear that, e.g. by a unique constraint.
 */
@Stateless
@RolesAllowed(CallContext.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Leases {

    @Inject
    private LeaseStore store;

    @Inject
    private LocalNode node;

    @Inject
    private Clock clock;

    /**
     * Takes the lease, or keeps it when this node has it.
     *
     * @param length how long this node holds it unless it renews
     * @return false while another node holds it
     * @throws RuntimeException when two nodes took a lease of a new name at the same moment; the slower one tries again with its next turn
     */
    public boolean acquire(String name, Duration length) {
        Instant now = clock.instant();
        return store.take(name, node.name(), now, now.plus(length));
    }

    /**
     * Holds on to the lease.
     *
     * @return false when it ran out; then the work must stop
     */
    public boolean renew(String name, Duration length) {
        Instant now = clock.instant();
        return store.extend(name, node.name(), now, now.plus(length));
    }

    /** Lets another node take it at once. */
    public void release(String name) {
        store.drop(name, node.name());
    }
}
