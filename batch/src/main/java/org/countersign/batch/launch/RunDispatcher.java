package org.countersign.batch.launch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.countersign.jobs.model.RunHeader;
import org.countersign.jobs.service.JobLedger;
import org.countersign.kernel.Settings;

/** Takes hold of a run for this node and hands it to the batch runtime. Called without a transaction. */
@ApplicationScoped
class RunDispatcher {

    private static final Set<BatchStatus> OVER =
            EnumSet.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);

    @Inject
    private JobLedger ledger;

    @Inject
    private RunsHere here;

    /** How long a node may be silent before its runs are taken over. */
    static Duration silence() {
        return Duration.ofSeconds(Settings.number("countersign.jobs.lease.seconds", 30));
    }

    /**
     * Works on the run from here on, if nobody living does.
     *
     * @return whether this node took it
     */
    boolean dispatch(RunHeader run) {
        Optional<Integer> claimed = ledger.claim(run.id(), NodeIdentity.NAME, silence());
        if (claimed.isEmpty()) {
            return false;
        }
        int attempt = claimed.get();
        here.hold(run.id(), new RunsHere.Held(attempt, 0));
        boolean begun = false;
        try {
            Properties parameters = new Properties();
            parameters.setProperty("run", Long.toString(run.id()));
            parameters.setProperty("attempt", Integer.toString(attempt));
            long execution = BatchRuntime.getJobOperator().start(run.jobName(), parameters);
            if (here.all().containsKey(run.id())) {
                here.hold(run.id(), new RunsHere.Held(attempt, execution));
            }
            begun = true;
        } finally {
            if (!begun) {
                here.letGo(run.id(), attempt);
                ledger.release(run.id(), attempt);
            }
        }
        return true;
    }

    /** Whether the batch runtime has ended an execution, or does not know it. */
    static boolean isOver(long batchExecutionId) {
        JobOperator operator = BatchRuntime.getJobOperator();
        try {
            return OVER.contains(operator.getJobExecution(batchExecutionId).getBatchStatus());
        } catch (NoSuchJobExecutionException unknown) {
            return true;
        }
    }
}
