package org.countersign.batch.launch;

import java.time.Instant;
import java.util.List;

/**
 * The items of a run.
 *
 * @param keys unique in the run, at most 200 characters each; e.g. contract codes
 * @param cutOffAt now, when the period of the run still runs for any of the items, else {@code null}
 */
public record JobPlan(List<String> keys, Instant cutOffAt) {}
