package org.countersign.customer.service;

import java.util.Collection;
import java.util.List;

/** Read-only projections of account teams. */
public interface TeamViews {

    /** All memberships there ever were, by contract, role and first day, in one statement; those without a person are left out, and what was withdrawn is none. */
    List<TeamMemberView> memberships(Collection<Long> contractIds);
}
