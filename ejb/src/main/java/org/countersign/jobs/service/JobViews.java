package org.countersign.jobs.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reading side of runs. */
public interface JobViews {

    /** The latest run of each job. */
    Map<String, JobExecutionRow> latest();

    /** Up to {@code limit + 1} runs of a job, newest first. */
    List<JobExecutionRow> runs(String jobName, int limit, Long before);

    Optional<JobExecutionRow> run(long id);

    /** Up to {@code limit + 1} items of a run, in order. */
    List<JobItemRow> items(long runId, int limit, Long after);
}
