package org.countersign.batch.launch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.Role;
import org.countersign.jobs.service.JobExecutionRow;
import org.countersign.jobs.service.JobItemRow;
import org.countersign.jobs.service.JobViews;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;

/** What screens and the API show of jobs. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE})
public class JobQueries {

    @Inject
    private JobDefinitions definitions;

    @Inject
    private JobViews views;

    /** All jobs by name, each with its latest run. */
    public List<JobRow> jobs() {
        Map<String, JobExecutionRow> latest = views.latest();
        return definitions.all().stream()
                .map(job -> new JobRow(job.name(), job.parameters(), job.cadence(), latest.get(job.name())))
                .toList();
    }

    /**
     * A page of a job's runs, newest first.
     *
     * @throws BusinessRuleViolation {@code job-unknown}, {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<JobExecutionRow> executions(String name, Integer limit, String after) {
        String job = definitions.find(name).name();
        int rows = CursorPage.limit(limit);
        return CursorPage.of(
                views.runs(job, rows, after == null ? null : Cursor.parseLong(after)), rows, row -> Cursor.of(row.id()));
    }

    /**
     * One run of a job.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public JobExecutionRow execution(String name, long runId) {
        return views.run(runId)
                .filter(run -> run.job().equals(name))
                .orElseThrow(() -> BusinessRuleViolation.notFound("job-run", runId));
    }

    /**
     * A page of a run's items, in order.
     *
     * @throws BusinessRuleViolation {@code not-found}, {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<JobItemRow> items(String name, long runId, Integer limit, String after) {
        execution(name, runId);
        int rows = CursorPage.limit(limit);
        return CursorPage.of(
                views.items(runId, rows, after == null ? null : Cursor.parseLong(after)), rows, row -> Cursor.of(row.id()));
    }
}
