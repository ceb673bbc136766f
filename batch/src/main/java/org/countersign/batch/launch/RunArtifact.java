package org.countersign.batch.launch;

import jakarta.batch.api.BatchProperty;
import jakarta.inject.Inject;

/** What every artifact of a run knows: which run, and under which attempt this node holds it. */
abstract class RunArtifact {

    @Inject
    @BatchProperty
    private String run;

    @Inject
    @BatchProperty
    private String attempt;

    final long run() {
        return Long.parseLong(run);
    }

    final int attempt() {
        return Integer.parseInt(attempt);
    }
}
