package org.countersign.jobs.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.countersign.jobs.model.JobItem;
import org.countersign.jobs.model.JobItemState;
import org.countersign.jobs.model.JobRun;
import org.countersign.jobs.model.JobRuns;
import org.countersign.jobs.model.JobStatus;
import org.countersign.jobs.model.RunCounts;
import org.countersign.jobs.model.RunHeader;
import org.countersign.kernel.persistence.InstantConverter;

/** {@link JobRuns} in the database. */
@ApplicationScoped
public class JpaJobRuns implements JobRuns {

    private static final String ALIVE = "status IN ('STARTING', 'STARTED', 'STOPPING')";

    private final InstantConverter instants = new InstantConverter();

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(JobRun run) {
        em.persist(run);
        em.flush();
    }

    @Override
    public boolean isAlive(String activeKey) {
        return !em.createQuery("select r.id from JobRun r where r.activeKey = :key", Long.class)
                .setParameter("key", activeKey)
                .getResultList()
                .isEmpty();
    }

    @Override
    public Optional<RunHeader> header(long id) {
        return em.createQuery(
                        "select new org.countersign.jobs.model.RunHeader(r.id, r.jobName, r.parameters, r.requestedBy, r.status, r.attempt,"
                                + " r.planned, r.cutOffAt, r.restartOf) from JobRun r where r.id = :id",
                        RunHeader.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Integer> claim(long id, String node, Duration silence) {
        // Two statements in one transaction: the row stays locked in between.
        int taken = update(
                "UPDATE job_run SET node = ?, attempt = attempt + 1, heartbeat = CURRENT_TIMESTAMP WHERE id = ? AND " + ALIVE
                        + " AND " + silent(silence),
                node,
                id);
        return taken == 0
                ? Optional.empty()
                : Optional.of(em.createQuery("select r.attempt from JobRun r where r.id = :id", Integer.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }

    @Override
    public List<Long> silent(Duration silence, int limit) {
        List<?> ids = em.createNativeQuery(
                        "SELECT id FROM job_run WHERE " + ALIVE + " AND " + silent(silence) + " ORDER BY id")
                .setMaxResults(limit)
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private static String silent(Duration silence) {
        return String.format(
                Locale.ROOT, "(heartbeat IS NULL OR heartbeat < CURRENT_TIMESTAMP - INTERVAL '%d' SECOND)", silence.toSeconds());
    }

    @Override
    public boolean hasRestart(long id) {
        return !em.createQuery("select r.id from JobRun r where r.restartOf = :id", Long.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    @Override
    public boolean heartbeat(long id, int attempt) {
        return update(
                        "UPDATE job_run SET heartbeat = CURRENT_TIMESTAMP WHERE id = ? AND attempt = ? AND " + ALIVE, id, attempt)
                == 1;
    }

    @Override
    public void release(long id, int attempt) {
        update("UPDATE job_run SET node = NULL, heartbeat = NULL WHERE id = ? AND attempt = ? AND " + ALIVE, id, attempt);
    }

    @Override
    public boolean started(long id, int attempt, long batchExecutionId, Instant now) {
        return update(
                        "UPDATE job_run SET status = 'STARTED', started_at = COALESCE(started_at, ?), jberet_execution_id = ?"
                                + " WHERE id = ? AND attempt = ? AND status IN ('STARTING', 'STARTED')",
                        instants.convertToDatabaseColumn(now),
                        batchExecutionId,
                        id,
                        attempt)
                == 1;
    }

    @Override
    public boolean requestStop(long id) {
        return update("UPDATE job_run SET status = 'STOPPING' WHERE id = ? AND " + ALIVE, id) == 1;
    }

    @Override
    public boolean end(long id, int attempt, JobStatus status, String failure, Instant now) {
        return update(
                        "UPDATE job_run SET status = ?, failure = ?, ended_at = ?, active_key = NULL, node = NULL, heartbeat = NULL"
                                + " WHERE id = ? AND attempt = ? AND " + ALIVE,
                        status.name(),
                        failure,
                        instants.convertToDatabaseColumn(now),
                        id,
                        attempt)
                == 1;
    }

    @Override
    public boolean planned(long id, int attempt, Instant cutOffAt) {
        return update(
                        "UPDATE job_run SET planned = TRUE, cut_off_at = ?,"
                                + " total = (SELECT COUNT(*) FROM job_item i WHERE i.run_id = job_run.id),"
                                + " done = (SELECT COUNT(*) FROM job_item i WHERE i.run_id = job_run.id AND i.state = 'DONE')"
                                + " WHERE id = ? AND attempt = ? AND " + ALIVE,
                        instants.convertToDatabaseColumn(cutOffAt),
                        id,
                        attempt)
                == 1;
    }

    @Override
    public boolean count(long id, int attempt, JobItemState state) {
        String column =
                switch (state) {
                    case DONE -> "done";
                    case SKIPPED -> "skipped";
                    case FAILED -> "failed";
                    case PENDING -> throw new IllegalArgumentException("Pending items are not counted");
                };
        return update(
                        "UPDATE job_run SET " + column + " = " + column + " + 1 WHERE id = ? AND attempt = ? AND " + ALIVE,
                        id,
                        attempt)
                == 1;
    }

    @Override
    public RunCounts counts(long id) {
        return em.createQuery(
                        "select new org.countersign.jobs.model.RunCounts(r.total, r.done, r.skipped, r.failed) from JobRun r"
                                + " where r.id = :id",
                        RunCounts.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    @Override
    public Set<String> itemKeys(long runId) {
        return new HashSet<>(em.createQuery("select i.key from JobItem i where i.runId = :run", String.class)
                .setParameter("run", runId)
                .getResultList());
    }

    @Override
    public List<JobItem> items(long runId) {
        return em.createQuery("select i from JobItem i where i.runId = :run order by i.id", JobItem.class)
                .setParameter("run", runId)
                .getResultList();
    }

    @Override
    public void add(List<JobItem> items) {
        items.forEach(em::persist);
        em.flush();
    }

    @Override
    public Optional<Long> nextPending(long runId, long afterId) {
        return em.createQuery(
                        "select i.id from JobItem i where i.runId = :run and i.state = :pending and i.id > :after order by i.id",
                        Long.class)
                .setParameter("run", runId)
                .setParameter("pending", JobItemState.PENDING)
                .setParameter("after", afterId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<JobItem> lockItem(long id) {
        return Optional.ofNullable(em.find(JobItem.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public boolean isScheduled(String jobName, long contractId, String period) {
        return !em.createNativeQuery("SELECT run_id FROM job_schedule_entry WHERE job_name = ? AND contract_id = ? AND period = ?")
                .setParameter(1, jobName)
                .setParameter(2, contractId)
                .setParameter(3, period)
                .getResultList()
                .isEmpty();
    }

    @Override
    public void addScheduled(String jobName, long contractId, String period, long runId, Instant now) {
        update(
                "INSERT INTO job_schedule_entry (job_name, contract_id, period, run_id, created_at) VALUES (?, ?, ?, ?, ?)",
                jobName,
                contractId,
                period,
                runId,
                instants.convertToDatabaseColumn(now));
    }

    @Override
    public Instant installedAt() {
        return instants.convertToEntityAttribute(
                em.createNativeQuery("SELECT first_start FROM installation WHERE id = 1").getSingleResult());
    }

    private int update(String sql, Object... parameters) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate();
    }
}
