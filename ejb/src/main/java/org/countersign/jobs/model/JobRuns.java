package org.countersign.jobs.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All runs. Heartbeats are compared by the database's own time, so that a clock that differs between nodes, or jumps, neither kills a living
 * run nor keeps a dead one.
 */
public interface JobRuns {

    /** Adds a run that nobody holds yet; fails in the database when one of the same job with the same parameters is alive. */
    void add(JobRun run);

    /** Whether a run of this {@link JobRun#activeKey} is alive. */
    boolean isAlive(String activeKey);

    Optional<RunHeader> header(long id);

    /**
     * Takes a run that is alive but held by nobody, or by a node that has not been heard of for {@code silence}.
     *
     * @return the new attempt, or nothing when somebody else holds the run or it has ended
     */
    Optional<Integer> claim(long id, String node, Duration silence);

    /** Runs that {@link #claim} may take now, oldest first, {@code limit} at most. */
    List<Long> silent(Duration silence, int limit);

    /** Whether another run took over from this one. */
    boolean hasRestart(long id);

    /** Says that the attempt is alive; {@code false} when it is not the run's attempt any more, or the run has ended. */
    boolean heartbeat(long id, int attempt);

    /** Lets go of the run, for any node to take at once. */
    void release(long id, int attempt);

    /** @return whether the attempt is the run's and the run goes on; marks it as started then */
    boolean started(long id, int attempt, long batchExecutionId, Instant now);

    /** Asks a living run to stop; {@code false} when it has ended. */
    boolean requestStop(long id);

    /** Ends a run for the attempt; {@code false} when it is not the run's attempt any more. */
    boolean end(long id, int attempt, JobStatus status, String failure, Instant now);

    /** Records that planning is done; {@code false} when it is not the run's attempt any more. */
    boolean planned(long id, int attempt, Instant cutOffAt);

    /** Adds one to the count of the state; {@code false} when it is not the run's attempt any more. */
    boolean count(long id, int attempt, JobItemState state);

    RunCounts counts(long id);

    Set<String> itemKeys(long runId);

    List<JobItem> items(long runId);

    void add(List<JobItem> items);

    /** The next pending item by id after {@code afterId}. */
    Optional<Long> nextPending(long runId, long afterId);

    /** The item, locked until the transaction ends. */
    Optional<JobItem> lockItem(long id);

    boolean isScheduled(String jobName, long contractId, String period);

    /** Records that the period's run was asked for; fails in the database when it was before. */
    void addScheduled(String jobName, long contractId, String period, long runId, Instant now);

    /** When this installation first started. */
    Instant installedAt();
}
