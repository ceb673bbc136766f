package org.countersign.batch.servicereport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import org.countersign.batch.launch.Cadence;
import org.countersign.batch.launch.ContractPeriodJob;
import org.countersign.batch.launch.JobParameter;
import org.countersign.batch.launch.JobTask;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.report.service.ProducedReport;
import org.countersign.report.service.ReportProduction;

/** One item per contract: the service report of the month is produced in all its languages. */
@ApplicationScoped
public class MonthlyServiceReport extends ContractPeriodJob<YearMonth> {

    public static final String NAME = "service-report";

    @Inject
    private ReportProduction reports;

    public MonthlyServiceReport() {
        super(Cadence.MONTHLY, JobParameter.month(), YearMonth::parse);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    protected ItemOutcome process(long contractId, YearMonth month, JobTask task) {
        ProducedReport produced = reports.produce(contractId, month, "job " + task.runId());
        return ItemOutcome.done(
                "REVISION " + produced.revision(), "reports/" + produced.documents().get(0).id());
    }
}
