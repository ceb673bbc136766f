/**
 * The audit trail (M30, M66): every domain event becomes an entry in the transaction that made it true; one sealer links committed entries into
 * hash chains, one per contract and one for the system, which anybody can recompute.
 */
package org.countersign.audit;
