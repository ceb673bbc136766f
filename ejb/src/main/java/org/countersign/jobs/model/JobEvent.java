package org.countersign.jobs.model;

import org.countersign.kernel.DomainEvent;

/** What happens to batch runs. */
public interface JobEvent extends DomainEvent {

    long runId();

    @Override
    default Long contractId() {
        return null;
    }

    @Override
    default String subjectType() {
        return "job-run";
    }

    @Override
    default String subjectId() {
        return Long.toString(runId());
    }

    /** @param requestedBy account name, or {@code null} for the system itself */
    record JobRequested(long runId, String job, String parameters, String requestedBy, Long restartOf) implements JobEvent {}

    record JobStopRequested(long runId, String job) implements JobEvent {}

    record JobEnded(long runId, String job, JobStatus status, long total, long done, long skipped, long failed) implements JobEvent {}
}
