/**
 * What would have been: the tickets of a contract that were received in a period, read once more under a changed agreement, beside what
 * became of them under the versions in force, and month by month what both come to by penalty clauses. A replay is made block by block, each
 * written once with all that came of it, and nothing of the tickets or the contract is changed by it.
 *
 * <p>Publishes {@link org.countersign.replay.model.ReplayRequested}.
 */
package org.countersign.replay;
