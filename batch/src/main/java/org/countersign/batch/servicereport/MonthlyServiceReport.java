package org.countersign.batch.servicereport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import org.countersign.batch.launch.Cadence;
import org.countersign.batch.launch.ContractPlan;
import org.countersign.batch.launch.JobDefinition;
import org.countersign.batch.launch.JobParameter;
import org.countersign.batch.launch.JobPlan;
import org.countersign.batch.launch.JobTask;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.jobs.model.JobParameters;
import org.countersign.report.service.ProducedReport;
import org.countersign.report.service.ReportProduction;

/** One item per contract: the service report of the month is produced in all its languages. */
@ApplicationScoped
public class MonthlyServiceReport implements JobDefinition {

    public static final String NAME = "service-report";

    @Inject
    private ContractPlan contracts;

    @Inject
    private ReportProduction reports;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.month(), JobParameter.contract());
    }

    @Override
    public Cadence cadence() {
        return Cadence.MONTHLY;
    }

    @Override
    public JobPlan plan(JobParameters parameters) {
        return contracts.ofMonth(parameters);
    }

    @Override
    public ItemOutcome process(JobTask task) {
        ProducedReport produced = reports.produce(
                contracts.contract(task).id(), YearMonth.parse(task.parameters().get("month")), "job " + task.runId());
        return ItemOutcome.done(
                "REVISION " + produced.revision(), "reports/" + produced.documents().get(0).id());
    }
}
