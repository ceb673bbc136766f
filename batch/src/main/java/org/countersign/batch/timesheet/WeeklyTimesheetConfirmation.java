package org.countersign.batch.timesheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.countersign.batch.launch.Cadence;
import org.countersign.batch.launch.ContractPlan;
import org.countersign.batch.launch.JobDefinition;
import org.countersign.batch.launch.JobParameter;
import org.countersign.batch.launch.JobPlan;
import org.countersign.batch.launch.JobTask;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.jobs.model.JobParameters;
import org.countersign.kernel.IsoWeek;
import org.countersign.work.service.PreparedTimesheet;
import org.countersign.work.service.TimesheetPreparation;

/** One item per contract: its timesheet of the week is made and laid before the customer. */
@ApplicationScoped
public class WeeklyTimesheetConfirmation implements JobDefinition {

    public static final String NAME = "weekly-timesheet-confirmation";

    @Inject
    private ContractPlan contracts;

    @Inject
    private TimesheetPreparation timesheets;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.week(), JobParameter.contract());
    }

    @Override
    public Cadence cadence() {
        return Cadence.WEEKLY;
    }

    @Override
    public JobPlan plan(JobParameters parameters) {
        return contracts.ofWeek(parameters);
    }

    @Override
    public ItemOutcome process(JobTask task) {
        PreparedTimesheet prepared = timesheets.prepare(
                contracts.contract(task).id(), IsoWeek.parse(task.parameters().get("week")), task.runId());
        return switch (prepared.outcome()) {
            case CREATED -> ItemOutcome.done("CREATED", "timesheets/" + prepared.timesheetId());
            case ALREADY_THERE -> ItemOutcome.done("ALREADY_THERE", "timesheets/" + prepared.timesheetId());
            case EMPTY -> ItemOutcome.skipped("EMPTY");
        };
    }
}
