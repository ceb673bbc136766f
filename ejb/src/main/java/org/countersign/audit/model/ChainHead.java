package org.countersign.audit.model;

/**
 * The last link of a chain.
 *
 * @param contractId whose chain, {@link AuditEntry#SYSTEM_CHAIN} for the system's
 * @param position the link's position, 0 for a chain without links
 * @param hash the link's hash
 */
public record ChainHead(long contractId, long position, String hash) {

    /** What the first link of a chain names as its predecessor: 64 zeros. */
    public static final String ORIGIN = "0".repeat(64);

    /** The head of a chain before its first link. */
    public static ChainHead origin(long contractId) {
        return new ChainHead(contractId, 0, ORIGIN);
    }
}
