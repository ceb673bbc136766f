package org.countersign.penalty.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.countersign.identity.model.Role;
import org.countersign.penalty.model.Downtimes;
import org.countersign.penalty.model.Outages;

/** Past months of a contract as their assessment looks at them, for those who ask what they would have come to otherwise. */
@Stateless
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE})
public class PastMonths {

    @Inject
    private ServiceMonths months;

    @Inject
    private Outages outages;

    /**
     * The months in their order, each with the terms that count for it.
     *
     * @param wanted at least one
     */
    public List<ServiceMonth> of(long contractId, Collection<YearMonth> wanted) {
        return months.of(contractId, wanted);
    }

    /** What was not there of the contract's services in a span, as it is recorded now. */
    public Downtimes downtimes(long contractId, Instant from, Instant until) {
        return outages.downtimes(contractId, from, until);
    }
}
