package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countersign.batch.launch.BatchLauncher;
import org.countersign.batch.launch.Cadence;
import org.countersign.batch.launch.JobParameter;
import org.countersign.batch.launch.JobQueries;
import org.countersign.batch.launch.JobRow;
import org.countersign.jobs.service.JobExecutionRow;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Reader;

/** The jobs, each with its latest run and a form that starts it. */
@Named
@RequestScoped
public class JobsBacking {

    @EJB
    private JobQueries queries;

    @EJB
    private BatchLauncher launcher;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private Clock clock;

    private List<Job> jobs;

    /** A job with what is typed into its form. */
    public static class Job {

        private final JobRow row;
        private String week;
        private String month;
        private String contract;

        Job(JobRow row, String period) {
            this.row = row;
            this.week = period;
            this.month = period;
        }

        public String getName() {
            return row.name();
        }

        public Cadence getCadence() {
            return row.cadence();
        }

        /** {@code null} when it never ran. */
        public JobExecutionRow getLastRun() {
            return row.lastRun();
        }

        public boolean isByWeek() {
            return asksFor(JobParameter.Kind.WEEK);
        }

        public boolean isByMonth() {
            return asksFor(JobParameter.Kind.MONTH);
        }

        public boolean isByContract() {
            return asksFor(JobParameter.Kind.CONTRACT);
        }

        /** Whether it is started here; a job on a record is started from that. */
        public boolean isStartedHere() {
            return !asksFor(JobParameter.Kind.RECORD);
        }

        private boolean asksFor(JobParameter.Kind kind) {
            return row.parameters().stream().anyMatch(parameter -> parameter.kind() == kind);
        }

        Map<String, String> parameters() {
            Map<String, String> parameters = new HashMap<>();
            for (JobParameter parameter : row.parameters()) {
                parameters.put(parameter.name(), switch (parameter.kind()) {
                    case WEEK -> week;
                    case MONTH -> month;
                    case CONTRACT -> contract;
                    case RECORD -> null;
                });
            }
            return parameters;
        }

        public String getWeek() {
            return week;
        }

        public void setWeek(String week) {
            this.week = week;
        }

        public String getMonth() {
            return month;
        }

        public void setMonth(String month) {
            this.month = month;
        }

        public String getContract() {
            return contract;
        }

        public void setContract(String contract) {
            this.contract = contract;
        }
    }

    /** All jobs; the forms offer the latest period that is over. */
    public List<Job> getJobs() {
        if (jobs == null) {
            jobs = queries.jobs().stream().map(row -> new Job(row, period(row))).toList();
        }
        return jobs;
    }

    private String period(JobRow row) {
        return row.cadence().latest(clock.instant(), reader.getZone()).map(Cadence.Period::name).orElse(null);
    }

    /** Starts the job and goes to the page of its run. */
    public String start(Job job) {
        long[] run = new long[1];
        if (!messages.attempt(() -> run[0] = launcher.start(job.getName(), job.parameters()))) {
            return null;
        }
        messages.success("job.done.started");
        return JobBacking.page(job.getName(), run[0]);
    }
}
