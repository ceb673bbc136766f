package org.countersign.batch.launch;

import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.ContractTerms;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.jobs.model.JobParameters;

/**
 * What a job does. An implementation is an {@code @ApplicationScoped} bean of the batch module and adapts a domain service; it holds no
 * rules of its own. Both methods are called as the system, inside a transaction.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class ClockRecompute implements JobDefinition {
 *     public String name() { return "clock-recompute"; }
 *     public List<JobParameter> parameters() { return List.of(JobParameter.contract()); }
 *     public JobPlan plan(JobParameters parameters) { ... return new JobPlan(keys, null); }
 *     public ItemOutcome process(JobTask task) { ... return ItemOutcome.done("MOVED", null); }
 * }
 * }</pre>
 *
 * <p>A job about a week or a month of each contract is a {@link ContractPeriodJob}.
 */
public interface JobDefinition {

    /** The job's name, and that of its XML. */
    String name();

    /** What may be said at the start; checked before anything is recorded. */
    List<JobParameter> parameters();

    /** When the system starts it by itself, once per contract and period. */
    default Cadence cadence() {
        return Cadence.NONE;
    }

    /**
     * What has come about for which the system starts it by itself, once per contract and occasion; 10 characters at most.
     *
     * @param terms what the contract says now
     */
    default Optional<String> occasion(ContractTerms terms) {
        return Optional.empty();
    }

    /** The items of a run. Called once per run, again only if that was interrupted. */
    JobPlan plan(JobParameters parameters);

    /**
     * Does the work of one item. What it writes and the item's mark are committed together, or neither is. A
     * {@link org.countersign.kernel.BusinessRuleViolation} fails the item at once; any other exception is tried again.
     */
    ItemOutcome process(JobTask task);
}
