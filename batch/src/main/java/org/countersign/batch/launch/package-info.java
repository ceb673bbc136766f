/**
 * Starts, watches, continues and ends batch jobs; the only user of the batch runtime's operator.
 *
 * <p>A job is a {@link org.countersign.batch.launch.JobDefinition}, a bean of this module, plus {@code META-INF/batch-jobs/<name>.xml}, which
 * is the same for all jobs: the step {@code plan} writes the items, the step {@code process} works on them one by one, each in a transaction
 * of its own that also marks it. An interrupted run is continued by a new execution of the batch runtime that goes on with what is
 * pending, whatever the runtime's own checkpoint says.
 */
package org.countersign.batch.launch;
