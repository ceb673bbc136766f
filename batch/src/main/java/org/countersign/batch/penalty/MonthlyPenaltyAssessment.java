package org.countersign.batch.penalty;

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
import org.countersign.penalty.service.AssessedMonth;
import org.countersign.penalty.service.PenaltyAssessment;

/** One item per contract: what is owed for the month is proposed, and what was proposed before stays. */
@ApplicationScoped
public class MonthlyPenaltyAssessment implements JobDefinition {

    public static final String NAME = "penalty-assessment";

    @Inject
    private ContractPlan contracts;

    @Inject
    private PenaltyAssessment penalties;

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
        AssessedMonth assessed =
                penalties.assess(contracts.contract(task).id(), YearMonth.parse(task.parameters().get("month")));
        return assessed.outcome() == AssessedMonth.Outcome.ASSESSED
                ? ItemOutcome.done(
                        "ADDED " + assessed.added() + " OWED " + assessed.owed().stripTrailingZeros().toPlainString() + " "
                                + assessed.currency(),
                        "contracts/" + task.key() + "/penalties?month=" + task.parameters().get("month"))
                : ItemOutcome.skipped(assessed.outcome().name());
    }
}
