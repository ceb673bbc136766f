package org.countersign.audit.service;

import java.util.List;
import org.countersign.audit.model.ChainFault;

/**
 * What recomputing the audit trail found.
 *
 * @param entries all entries
 * @param unsealed entries that have no link yet
 * @param heads the ends of the chains, by contract id, the system's first
 * @param intact whether every chain holds
 * @param firstBroken the first fault, or {@code null}
 */
public record AuditVerdict(long entries, long unsealed, List<Head> heads, boolean intact, Broken firstBroken) {

    /** @param contract the contract's code, or {@code null} for the chain of the system */
    public record Head(String contract, long position, String hash) {}

    /**
     * @param contract the contract's code, or {@code null} for the chain of the system
     * @param position of the faulty or missing link; 0 for an entry without a link
     * @param entry id of the entry, or {@code null} when the link itself is missing
     */
    public record Broken(String contract, long position, Long entry, ChainFault fault) {}
}
