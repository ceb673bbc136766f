package org.countersign.jobs.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countersign.identity.model.Role;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.jobs.model.JobEvent.JobEnded;
import org.countersign.jobs.model.JobEvent.JobRequested;
import org.countersign.jobs.model.JobEvent.JobStopRequested;
import org.countersign.jobs.model.JobItem;
import org.countersign.jobs.model.JobItemState;
import org.countersign.jobs.model.JobParameters;
import org.countersign.jobs.model.JobRun;
import org.countersign.jobs.model.JobRuns;
import org.countersign.jobs.model.JobStatus;
import org.countersign.jobs.model.RunCounts;
import org.countersign.jobs.model.RunHeader;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;

/**
 * Keeps the records of runs. What people may ask for is open to them; the steps of a run are the system's. Every step of a run names the
 * attempt under which the worker holds it, and answers {@code false} or nothing when another worker holds it now.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class JobLedger {

    /** Tries of an item that fails for technical reasons, before it counts as failed. */
    public static final int TRIES = 3;

    @Inject
    private JobRuns runs;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Records that a run is asked for.
     *
     * @param requestedBy account name, or {@code null} for the system itself
     * @return the run's id
     * @throws BusinessRuleViolation {@code job-already-running} while one with the same parameters is alive
     */
    @RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long open(String jobName, JobParameters parameters, String requestedBy) {
        return add(jobName, parameters, requestedBy, null);
    }

    /**
     * Records that a run is asked for which takes over what an ended one left undone.
     *
     * @throws BusinessRuleViolation {@code not-found}; {@code job-run-alive} while the run goes on, here or on another node;
     *     {@code job-run-complete} when nothing is left to do; {@code job-run-restarted} when another run took over already;
     *     {@code job-already-running}
     */
    @RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long reopen(long runId, String requestedBy) {
        RunHeader run = header(runId);
        if (run.status().isAlive()) {
            throw BusinessRuleViolation.conflict("job-run-alive", runId);
        }
        if (run.status() == JobStatus.COMPLETED) {
            throw BusinessRuleViolation.conflict("job-run-complete", runId);
        }
        if (runs.hasRestart(runId)) {
            throw BusinessRuleViolation.conflict("job-run-restarted", runId);
        }
        return add(run.jobName(), run.parameters(), requestedBy, runId);
    }

    /**
     * Records a run that is due by the calendar, once per contract and period.
     *
     * @return its id, or nothing when it was asked for before
     * @throws RuntimeException of the database when another node did so at the same moment
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Long> openScheduled(String jobName, JobParameters parameters, long contractId, String period) {
        if (runs.isScheduled(jobName, contractId, period)
                || runs.isAlive(JobRun.activeKey(jobName, parameters))) {
            return Optional.empty();
        }
        long run = add(jobName, parameters, null, null);
        runs.addScheduled(jobName, contractId, period, run, clock.instant());
        return Optional.of(run);
    }

    private long add(String jobName, JobParameters parameters, String requestedBy, Long restartOf) {
        JobRun run = new JobRun(jobName, parameters, requestedBy, restartOf, clock.instant());
        if (runs.isAlive(JobRun.activeKey(jobName, parameters))) {
            throw BusinessRuleViolation.conflict("job-already-running", jobName, parameters);
        }
        try {
            runs.add(run);
        } catch (PersistenceException alsoAskedForNow) {
            throw BusinessRuleViolation.conflict("job-already-running", jobName, parameters);
        }
        events.fire(new JobRequested(run.id(), jobName, parameters.toString(), requestedBy, restartOf));
        return run.id();
    }

    /**
     * Asks a run to stop before its next item.
     *
     * @throws BusinessRuleViolation {@code not-found}; {@code job-run-ended}
     */
    @RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void requestStop(long runId) {
        RunHeader run = header(runId);
        if (!runs.requestStop(runId)) {
            throw BusinessRuleViolation.conflict("job-run-ended", runId);
        }
        events.fire(new JobStopRequested(runId, run.jobName()));
    }

    /** @throws BusinessRuleViolation {@code not-found} */
    @RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.SYSTEM})
    public RunHeader header(long runId) {
        return runs.header(runId).orElseThrow(() -> BusinessRuleViolation.notFound("job-run", runId));
    }

    /** Takes hold of a run that nobody living holds; gives the attempt. */
    @RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Integer> claim(long runId, String node, Duration silence) {
        return runs.claim(runId, node, silence);
    }

    /** Living runs that nobody living holds. */
    public List<Long> silent(Duration silence, int limit) {
        return runs.silent(silence, limit);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean heartbeat(long runId, int attempt) {
        return runs.heartbeat(runId, attempt);
    }

    @RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void release(long runId, int attempt) {
        runs.release(runId, attempt);
    }

    /** The attempt begins to work; {@code false} when the run is not to go on. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean started(long runId, int attempt, long batchExecutionId) {
        return runs.started(runId, attempt, batchExecutionId, clock.instant());
    }

    /**
     * Writes the plan, in the caller's transaction; keys that are there already are left as they are, and what a run that this one takes
     * over had done stays done.
     *
     * @param cutOffAt when the period still runs and is cut off now, else {@code null}
     * @throws IllegalStateException when another worker holds the run now; the transaction rolls back
     */
    public void plan(RunHeader run, int attempt, Collection<String> keys, Instant cutOffAt) {
        if (run.restartOf() != null && runs.itemKeys(run.id()).isEmpty()) {
            runs.add(runs.items(run.restartOf()).stream().map(item -> item.takenOver(run.id())).toList());
        }
        Set<String> there = runs.itemKeys(run.id());
        runs.add(keys.stream().distinct().filter(key -> !there.contains(key)).map(key -> new JobItem(run.id(), key)).toList());
        require(runs.planned(run.id(), attempt, cutOffAt), run.id(), attempt);
    }

    /** The next pending item by id; nothing when none is left after {@code afterId}, or the attempt is to stop. */
    public Optional<Long> nextPending(long runId, int attempt, long afterId) {
        RunHeader run = header(runId);
        return run.attempt() == attempt && run.status() == JobStatus.STARTED ? runs.nextPending(runId, afterId) : Optional.empty();
    }

    /** The item's key, locked in the caller's transaction; nothing when it is not pending any more. */
    public Optional<String> lockPending(long itemId) {
        return runs.lockItem(itemId).filter(item -> item.state() == JobItemState.PENDING).map(JobItem::key);
    }

    /**
     * Marks an item in the caller's transaction, the one that did its work.
     *
     * @throws IllegalStateException when another worker holds the run now; the transaction rolls back with all of the item's work
     */
    public void ended(long runId, int attempt, long itemId, ItemOutcome outcome) {
        JobItem item = runs.lockItem(itemId).orElseThrow(() -> BusinessRuleViolation.notFound("job-item", itemId));
        item.end(outcome, clock.instant());
        require(runs.count(runId, attempt, outcome.state()), runId, attempt);
    }

    /** Counts a try that failed for technical reasons; the {@value #TRIES}. of them fails the item. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void triedInVain(long runId, int attempt, long itemId, String why) {
        JobItem item = runs.lockItem(itemId).orElseThrow(() -> BusinessRuleViolation.notFound("job-item", itemId));
        if (item.state() == JobItemState.PENDING && item.triedInVain(why) >= TRIES) {
            item.end(ItemOutcome.failed(why), clock.instant());
            require(runs.count(runId, attempt, JobItemState.FAILED), runId, attempt);
        }
    }

    /** Ends the run, if the attempt still holds it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void end(long runId, int attempt, JobStatus status, String failure) {
        String text = failure == null || failure.length() <= 2_000 ? failure : failure.substring(0, 2_000);
        if (runs.end(runId, attempt, status, text, clock.instant())) {
            RunCounts counts = runs.counts(runId);
            events.fire(new JobEnded(
                    runId, header(runId).jobName(), status, counts.total(), counts.done(), counts.skipped(), counts.failed()));
        }
    }

    /** How the run's items came out. */
    public RunCounts counts(long runId) {
        return runs.counts(runId);
    }

    /** When this installation first started; nothing is due from before. */
    public Instant installedAt() {
        return runs.installedAt();
    }

    private static void require(boolean held, long runId, int attempt) {
        if (!held) {
            throw new IllegalStateException("Run " + runId + " is not held by attempt " + attempt + " any more");
        }
    }
}
