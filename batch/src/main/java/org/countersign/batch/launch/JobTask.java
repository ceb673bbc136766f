package org.countersign.batch.launch;

import java.time.Instant;
import org.countersign.jobs.model.JobParameters;

/**
 * One item to work on.
 *
 * @param key as the plan named it
 * @param cutOffAt as the plan said; the same for all items and all attempts of the run
 */
public record JobTask(long runId, String key, JobParameters parameters, Instant cutOffAt) {}
