package org.countersign.jobs.service;

import java.time.Instant;
import org.countersign.jobs.model.JobItemState;

/** An item of a run, as lists show it; see {@link org.countersign.jobs.model.ItemOutcome} for {@code outcome} and {@code link}. */
public record JobItemRow(long id, String key, JobItemState state, int tries, String outcome, String link, Instant endedAt) {}
