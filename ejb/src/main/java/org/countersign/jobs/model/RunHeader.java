package org.countersign.jobs.model;

import java.time.Instant;

/**
 * What a worker needs to know of its run.
 *
 * @param requestedBy account name, or {@code null} for the system itself
 * @param cutOffAt when the period of the run was cut off because it still ran, else {@code null}; known once the run is planned
 */
public record RunHeader(
        long id,
        String jobName,
        String parametersText,
        String requestedBy,
        JobStatus status,
        int attempt,
        boolean planned,
        Instant cutOffAt,
        Long restartOf) {

    public JobParameters parameters() {
        return JobParameters.parse(parametersText);
    }
}
