package org.countersign.batch.launch;

import jakarta.batch.api.chunk.ItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.countersign.jobs.service.JobLedger;

/**
 * Reads the ids of pending items by key. It keeps no checkpoint: what is pending is asked of the records anew, in as many passes as an
 * item has tries.
 */
@Dependent
@Named("pendingItems")
public class PendingItems extends RunArtifact implements ItemReader {

    @Inject
    private RunSteps steps;

    private long last;
    private int pass = 1;

    @Override
    public void open(Serializable checkpoint) {
        // Nothing to open: the records know what is pending.
    }

    @Override
    public Object readItem() {
        Optional<Long> next = steps.next(run(), attempt(), last);
        while (next.isEmpty() && last > 0 && pass < JobLedger.TRIES) {
            pass++;
            last = 0;
            next = steps.next(run(), attempt(), last);
        }
        next.ifPresent(id -> last = id);
        return next.orElse(null);
    }

    @Override
    public Serializable checkpointInfo() {
        return null;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
