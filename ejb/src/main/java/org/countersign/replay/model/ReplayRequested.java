package org.countersign.replay.model;

import java.time.Instant;
import org.countersign.kernel.DomainEvent;

/**
 * Somebody wants to know what would have been.
 *
 * @param code of the contract
 * @param changes of the agreement, one line per place
 */
public record ReplayRequested(long contract, String code, long replay, Instant from, Instant to, String changes) implements DomainEvent {

    @Override
    public Long contractId() {
        return contract;
    }

    @Override
    public String subjectType() {
        return "replay";
    }

    @Override
    public String subjectId() {
        return Long.toString(replay);
    }
}
