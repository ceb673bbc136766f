package org.countersign.customer.service;

import java.util.Collection;
import java.util.List;

/** Read-only projections of account teams. */
public interface TeamViews {

    /** All memberships by contract, role and first day, in one statement, without those that name nobody and what was withdrawn. */
    List<TeamMemberView> memberships(Collection<Long> contractIds);
}
