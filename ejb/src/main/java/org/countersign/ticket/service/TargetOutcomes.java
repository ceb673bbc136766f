package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.identity.model.Role;
import org.countersign.ticket.model.Priority;

/**
 * What became of the targets of a contract's tickets, as the clock of each says. What was missed counts when it fell due, what was met in
 * time when it was met: from then on its clock stands still. Tickets that ended without acceptance owe nothing that they had not met too
 * late before.
 */
@Stateless
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.SYSTEM})
public class TargetOutcomes {

    /** Tickets read by one statement. */
    public static final int PAGE = 500;

    @Inject
    private TargetOutcomeViews views;

    /**
     * One page of missed targets of a span that is over.
     *
     * @param after id of the last ticket of the page before, 0 for the first page
     * @return at most {@link #PAGE}; the last page has fewer
     */
    public List<MissedTarget> missed(
            long contractId, ServiceTarget target, List<Priority> priorities, Instant from, Instant until, long after) {
        return views.missed(contractId, target, priorities, from, until, after, PAGE);
    }

    /**
     * One page of what was met in time in a span that is over, whether it was promised or not: a ticket may be resolved of which the
     * contract does not say by when.
     *
     * @param after id of the last ticket of the page before, 0 for the first page
     * @return at most {@link #PAGE}; the last page has fewer
     */
    public List<MetTarget> met(
            long contractId, ServiceTarget target, List<Priority> priorities, Instant from, Instant until, long after) {
        return views.met(contractId, target, priorities, from, until, after, PAGE);
    }
}
