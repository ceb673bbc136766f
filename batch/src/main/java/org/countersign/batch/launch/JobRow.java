package org.countersign.batch.launch;

import java.util.List;
import org.countersign.jobs.service.JobExecutionRow;

/** A job as lists show it; {@code lastRun} is {@code null} when it never ran. */
public record JobRow(String name, List<JobParameter> parameters, Cadence cadence, JobExecutionRow lastRun) {}
