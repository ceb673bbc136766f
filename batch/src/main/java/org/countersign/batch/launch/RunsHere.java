package org.countersign.batch.launch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The runs that this node works on, for the heartbeat. */
@ApplicationScoped
class RunsHere {

    /** @param batchExecutionId 0 while the batch runtime has not been asked yet */
    record Held(int attempt, long batchExecutionId) {}

    private final Map<Long, Held> held = new ConcurrentHashMap<>();

    void hold(long runId, Held by) {
        held.put(runId, by);
    }

    void letGo(long runId, int attempt) {
        held.computeIfPresent(runId, (id, by) -> by.attempt() == attempt ? null : by);
    }

    Map<Long, Held> all() {
        return Map.copyOf(held);
    }
}
