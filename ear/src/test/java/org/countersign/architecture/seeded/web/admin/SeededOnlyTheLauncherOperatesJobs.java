package org.countersign.architecture.seeded.web.admin;

import jakarta.batch.operations.JobOperator;

/** A page that starts a job itself. */
class SeededOnlyTheLauncherOperatesJobs {
    JobOperator operator;
}
