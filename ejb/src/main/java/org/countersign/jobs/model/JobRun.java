package org.countersign.jobs.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One run of a job. It is planned once, then its items are worked on one by one, and it ends completed, failed or stopped. It is changed by
 * single statements only, each guarded by the attempt that the worker claimed, since several nodes and a person may speak at once.
 */
@Entity
@Table(name = "job_run")
public class JobRun {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "job_name")
    private String jobName;

    private String parameters;

    @Column(name = "requested_by")
    private String requestedBy;

    @Enumerated(EnumType.STRING)
    private JobStatus status;

    @Column(name = "active_key")
    private String activeKey;

    private String node;
    private int attempt;
    private Instant heartbeat;

    @Column(name = "jberet_execution_id")
    private Long jberetExecutionId;

    private boolean planned;
    private long total;
    private long done;
    private long skipped;
    private long failed;

    @Column(name = "cut_off_at")
    private Instant cutOffAt;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "restart_of")
    private Long restartOf;

    private String failure;

    protected JobRun() {}

    /**
     * A run that somebody asked for.
     *
     * @param requestedBy account name, or {@code null} for the system itself
     * @param restartOf the run whose unfinished items it takes over, or {@code null}
     */
    public JobRun(String jobName, JobParameters parameters, String requestedBy, Long restartOf, Instant now) {
        this.jobName = jobName;
        this.parameters = parameters.toString();
        this.requestedBy = requestedBy;
        this.restartOf = restartOf;
        this.requestedAt = now;
        this.status = JobStatus.STARTING;
        this.activeKey = activeKey(jobName, parameters);
    }

    /** What at most one living run has. */
    public static String activeKey(String jobName, JobParameters parameters) {
        return jobName + "?" + parameters;
    }

    public Long id() {
        return id;
    }
}
