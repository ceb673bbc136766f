/**
 * The records of batch runs: who asked for what, which node works on it, and which items are planned, done, skipped or failed.
 *
 * <p>Each item is marked in the transaction that did its work, so that a run continues with what is left however it was interrupted. A node
 * holds a run by a heartbeat; a run whose heartbeat stopped may be claimed by another, and what the former holder still tries is refused.
 *
 * <p>Publishes {@link org.countersign.jobs.model.JobEvent}s. The jobs themselves are in the batch module.
 */
package org.countersign.jobs;
