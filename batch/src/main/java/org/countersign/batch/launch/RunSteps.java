package org.countersign.batch.launch;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.countersign.identity.model.Role;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.jobs.model.JobStatus;
import org.countersign.jobs.model.RunCounts;
import org.countersign.jobs.model.RunHeader;
import org.countersign.jobs.service.JobLedger;
import org.countersign.kernel.CallContext;

/**
 * The door through which the threads of the batch runtime, which are nobody, do the system's work. Nothing here listens to a caller: every
 * method works on a run that was recorded, under the attempt that holds it.
 */
@Stateless
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@PermitAll
public class RunSteps {

    @Inject
    private JobLedger ledger;

    @Inject
    private JobDefinitions definitions;

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean begin(long runId, int attempt, long batchExecutionId) {
        return ledger.started(runId, attempt, batchExecutionId);
    }

    /** Plans the run unless that is done; all of it in one transaction. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void plan(long runId, int attempt) {
        RunHeader run = ledger.header(runId);
        if (run.attempt() != attempt || run.status() != JobStatus.STARTED || run.planned()) {
            return;
        }
        asSystem(run, () -> {
            JobPlan plan = definitions.find(run.jobName()).plan(run.parameters());
            ledger.plan(run, attempt, plan.keys(), plan.cutOffAt());
        });
    }

    /** The next pending item, or nothing when all were looked at or the run is to stop. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Long> next(long runId, int attempt, long afterId) {
        return ledger.nextPending(runId, attempt, afterId);
    }

    /** Does the work of an item and marks it, in one transaction. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void process(long runId, int attempt, long itemId) {
        RunHeader run = ledger.header(runId);
        if (run.attempt() != attempt) {
            return;
        }
        asSystem(run, () -> ledger.lockPending(itemId).ifPresent(key -> {
            JobTask task = new JobTask(runId, key, run.parameters(), run.cutOffAt());
            ledger.ended(runId, attempt, itemId, definitions.find(run.jobName()).process(task));
        }));
    }

    /** Marks an item that a rule of the trade refuses. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refused(long runId, int attempt, long itemId, String why) {
        ledger.lockPending(itemId).ifPresent(key -> ledger.ended(runId, attempt, itemId, ItemOutcome.failed(why)));
    }

    /** Counts a try of an item that failed for technical reasons. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void triedInVain(long runId, int attempt, long itemId, String why) {
        ledger.triedInVain(runId, attempt, itemId, why);
    }

    /**
     * Ends the run as its items came out. A run that the server interrupted is let go for any node to continue at once; one that broke off is
     * continued when its heartbeat has been silent for long enough.
     *
     * @param failure why planning was refused, or {@code null}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void finish(long runId, int attempt, String failure, boolean interrupted) {
        RunHeader run = ledger.header(runId);
        if (run.attempt() != attempt || !run.status().isAlive()) {
            return;
        }
        RunCounts counts = ledger.counts(runId);
        boolean complete = run.planned() && counts.pending() == 0;
        CallContext.runAsSystem(run.requestedBy(), () -> {
            if (failure != null) {
                ledger.end(runId, attempt, JobStatus.FAILED, failure);
            } else if (complete && counts.failed() > 0) {
                ledger.end(runId, attempt, JobStatus.FAILED, "job-items-failed");
            } else if (complete) {
                ledger.end(runId, attempt, JobStatus.COMPLETED, null);
            } else if (run.status() == JobStatus.STOPPING) {
                ledger.end(runId, attempt, JobStatus.STOPPED, null);
            } else if (interrupted) {
                ledger.release(runId, attempt);
            }
        });
    }

    private static void asSystem(RunHeader run, Runnable work) {
        CallContext.runAsSystem(run.requestedBy(), work);
    }
}
