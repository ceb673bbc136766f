package org.countersign.customer.model;

import java.util.List;

/** The account teams of all contracts. */
public interface AccountTeams {

    /** Locks the contract until the transaction ends: one change of its team at a time. */
    void lock(long contractId);

    /** The latest membership of each role, whether it has begun or not. */
    List<TeamMembership> latest(long contractId);

    void add(TeamMembership membership);

    /** Writes what changed so far, so that reads of this transaction show it. */
    void flush();
}
