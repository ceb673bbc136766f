package org.countersign.customer.model;

import java.time.LocalDate;
import java.util.List;

/** The account teams of all contracts. */
public interface AccountTeams {

    /** The latest membership of each role, whether it has begun or not. What was withdrawn is none. */
    List<TeamMembership> latest(long contractId);

    /** What was to begin on the day and was withdrawn. */
    List<TeamMembership> withdrawn(long contractId, LocalDate from);

    /** Codes of the contracts in whose team the account is, or is to be, in their order. */
    List<String> contractsOf(long accountId);

    void add(TeamMembership membership);

    /** Writes what changed so far, so that reads of this transaction show it. */
    void flush();
}
