package org.countersign.customer.model;

import java.util.List;

/** The account teams of all contracts. */
public interface AccountTeams {

    /** The latest membership of each role, whether it has begun or not. */
    List<TeamMembership> latest(long contractId);

    /** Codes of the contracts in whose team the account is, or is to be, in their order. */
    List<String> contractsOf(long accountId);

    void add(TeamMembership membership);

    /** Writes what changed so far, so that reads of this transaction show it. */
    void flush();
}
