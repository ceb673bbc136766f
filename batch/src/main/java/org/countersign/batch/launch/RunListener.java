package org.countersign.batch.launch;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Begins and finishes the record of a run around the batch runtime's execution. */
@Dependent
@Named("runListener")
public class RunListener extends RunArtifact implements JobListener {

    @Inject
    private RunSteps steps;

    @Inject
    private RunsHere here;

    @Inject
    private JobContext context;

    @Override
    public void beforeJob() {
        steps.begin(run(), attempt(), context.getExecutionId());
    }

    @Override
    public void afterJob() {
        try {
            BatchStatus status = context.getBatchStatus();
            boolean interrupted = status == BatchStatus.STOPPING || status == BatchStatus.STOPPED;
            steps.finish(run(), attempt(), PlanItems.failureOf(context), interrupted);
        } finally {
            here.letGo(run(), attempt());
        }
    }
}
