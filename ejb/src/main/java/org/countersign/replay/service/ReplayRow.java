package org.countersign.replay.service;

import java.time.Instant;
import org.countersign.replay.model.ReplayState;

/**
 * One replay in a list.
 *
 * @param to exclusive
 * @param blocks parts of its tickets, 0 until it has begun
 * @param done those of them that are done
 * @param tickets those that were looked at so far
 * @param changed targets that changed sides so far
 * @param changes of the agreement, one line per place
 */
public record ReplayRow(
        long id,
        String contract,
        String contractName,
        Instant from,
        Instant to,
        String requestedBy,
        Instant requestedAt,
        ReplayState state,
        long blocks,
        long done,
        long tickets,
        long changed,
        String changes) {}
