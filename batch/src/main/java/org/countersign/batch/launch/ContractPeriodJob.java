package org.countersign.batch.launch;

import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.jobs.model.JobParameters;

/**
 * A job that looks at a week or a month of each contract: one item per contract, for one of them where it is named, started by the system when
 * the period is over by the contract's own clock.
 *
 * @param <P> the period
 */
public abstract class ContractPeriodJob<P> implements JobDefinition {

    private final Cadence cadence;
    private final JobParameter period;
    private final Function<String, P> reading;

    @Inject
    private ContractPlan contracts;

    /**
     * @param period the parameter that names it
     * @param reading of that parameter
     */
    protected ContractPeriodJob(Cadence cadence, JobParameter period, Function<String, P> reading) {
        this.cadence = cadence;
        this.period = period;
        this.reading = reading;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(period, JobParameter.contract());
    }

    @Override
    public Cadence cadence() {
        return cadence;
    }

    @Override
    public JobPlan plan(JobParameters parameters) {
        return cadence == Cadence.WEEKLY ? contracts.ofWeek(parameters) : contracts.ofMonth(parameters);
    }

    @Override
    public ItemOutcome process(JobTask task) {
        return process(contracts.contract(task).id(), reading.apply(task.parameters().get(period.name())), task);
    }

    /** Does the work of one contract, as {@link JobDefinition#process(JobTask)} demands it. */
    protected abstract ItemOutcome process(long contractId, P period, JobTask task);
}
