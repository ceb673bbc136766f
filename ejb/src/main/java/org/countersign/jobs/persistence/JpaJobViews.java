package org.countersign.jobs.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countersign.jobs.service.JobExecutionRow;
import org.countersign.jobs.service.JobItemRow;
import org.countersign.jobs.service.JobViews;

/** {@link JobViews} in the database. */
@ApplicationScoped
public class JpaJobViews implements JobViews {

    private static final String RUN = "select new org.countersign.jobs.service.JobExecutionRow(r.id, r.jobName, r.parameters, r.status,"
            + " r.requestedBy, r.node, r.attempt, r.total, r.done, r.skipped, r.failed, r.cutOffAt, r.requestedAt, r.startedAt, r.endedAt,"
            + " r.restartOf, r.failure) from JobRun r";

    @PersistenceContext
    private EntityManager em;

    @Override
    public Map<String, JobExecutionRow> latest() {
        return em.createQuery(RUN + " where r.id in (select max(x.id) from JobRun x group by x.jobName)", JobExecutionRow.class)
                .getResultStream()
                .collect(Collectors.toMap(JobExecutionRow::job, Function.identity()));
    }

    @Override
    public List<JobExecutionRow> runs(String jobName, int limit, Long before) {
        return em.createQuery(RUN + " where r.jobName = :job and r.id < :before order by r.id desc", JobExecutionRow.class)
                .setParameter("job", jobName)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    @Override
    public Optional<JobExecutionRow> run(long id) {
        return em.createQuery(RUN + " where r.id = :id", JobExecutionRow.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<JobItemRow> items(long runId, int limit, Long after) {
        return em.createQuery(
                        "select new org.countersign.jobs.service.JobItemRow(i.id, i.key, i.state, i.tries, i.outcome, i.link, i.endedAt)"
                                + " from JobItem i where i.runId = :run and i.id > :after order by i.id",
                        JobItemRow.class)
                .setParameter("run", runId)
                .setParameter("after", after == null ? 0L : after)
                .setMaxResults(limit + 1)
                .getResultList();
    }
}
