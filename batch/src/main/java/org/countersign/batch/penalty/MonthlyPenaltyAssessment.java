package org.countersign.batch.penalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import org.countersign.batch.launch.Cadence;
import org.countersign.batch.launch.ContractPeriodJob;
import org.countersign.batch.launch.JobParameter;
import org.countersign.batch.launch.JobTask;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.penalty.service.AssessedMonth;
import org.countersign.penalty.service.PenaltyAssessment;

/** One item per contract: what is owed for the month is proposed, and what was proposed before stays. */
@ApplicationScoped
public class MonthlyPenaltyAssessment extends ContractPeriodJob<YearMonth> {

    public static final String NAME = "penalty-assessment";

    @Inject
    private PenaltyAssessment penalties;

    public MonthlyPenaltyAssessment() {
        super(Cadence.MONTHLY, JobParameter.month(), YearMonth::parse);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    protected ItemOutcome process(long contractId, YearMonth month, JobTask task) {
        AssessedMonth assessed = penalties.assess(contractId, month);
        return assessed.outcome() == AssessedMonth.Outcome.ASSESSED
                ? ItemOutcome.done(
                        "ADDED " + assessed.added() + " OWED " + assessed.owed().stripTrailingZeros().toPlainString() + " "
                                + assessed.currency(),
                        "contracts/" + task.key() + "/penalties?month=" + month)
                : ItemOutcome.skipped(assessed.outcome().name());
    }
}
