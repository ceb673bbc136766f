package org.countersign.batch.launch;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.countersign.kernel.BusinessRuleViolation;

/** The step {@code plan}. A plan that a rule refuses fails the run; one that fails for technical reasons is tried again later. */
@Dependent
@Named("planItems")
public class PlanItems extends RunArtifact implements Batchlet {

    @Inject
    private RunSteps steps;

    @Inject
    private JobContext context;

    @Override
    public String process() {
        try {
            steps.plan(run(), attempt());
        } catch (BusinessRuleViolation refused) {
            context.setTransientUserData(refused.getMessage());
            throw refused;
        }
        return "PLANNED";
    }

    @Override
    public void stop() {
        // Planning is one short transaction; the stop is seen before the first item.
    }

    static String failureOf(JobContext context) {
        return context.getTransientUserData() instanceof String text ? text : null;
    }
}
