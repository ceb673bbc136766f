package org.countersign.jobs.service;

import java.time.Instant;
import java.util.Map;
import org.countersign.jobs.model.JobParameters;
import org.countersign.jobs.model.JobStatus;

/**
 * A run as lists and the API show it.
 *
 * @param requestedBy account name, or {@code null} for the system itself
 * @param node that works on it, or {@code null}
 * @param attempt how often it was taken up; more than 1 after an interruption
 * @param cutOffAt when the period still ran and was cut off, else {@code null}
 * @param startedAt {@code null} until it begins
 * @param endedAt {@code null} until it ends
 * @param restartOf the run whose unfinished items it took over, or {@code null}
 * @param failure why it failed, or {@code null}
 */
public record JobExecutionRow(
        long id,
        String job,
        Map<String, String> parameters,
        JobStatus status,
        String requestedBy,
        String node,
        int attempt,
        long total,
        long written,
        long skipped,
        long failed,
        Instant cutOffAt,
        Instant requestedAt,
        Instant startedAt,
        Instant endedAt,
        Long restartOf,
        String failure) {

    public JobExecutionRow(
            Long id,
            String job,
            String parameters,
            JobStatus status,
            String requestedBy,
            String node,
            int attempt,
            long total,
            long written,
            long skipped,
            long failed,
            Instant cutOffAt,
            Instant requestedAt,
            Instant startedAt,
            Instant endedAt,
            Long restartOf,
            String failure) {
        this(
                id.longValue(),
                job,
                JobParameters.parse(parameters).asMap(),
                status,
                requestedBy,
                node,
                attempt,
                total,
                written,
                skipped,
                failed,
                cutOffAt,
                requestedAt,
                startedAt,
                endedAt,
                restartOf,
                failure);
    }

    /** Items that were looked at. */
    public long read() {
        return written + skipped + failed;
    }

    /** Percent of the items that were looked at, 0 to 100. */
    public int progress() {
        if (total == 0) {
            return status == JobStatus.COMPLETED ? 100 : 0;
        }
        return (int) (100 * read() / total);
    }
}
