package org.countersign.batch.timesheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.countersign.batch.launch.Cadence;
import org.countersign.batch.launch.ContractPeriodJob;
import org.countersign.batch.launch.JobParameter;
import org.countersign.batch.launch.JobTask;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.kernel.IsoWeek;
import org.countersign.work.service.PreparedTimesheet;
import org.countersign.work.service.TimesheetPreparation;

/** One item per contract: its timesheet of the week is made and laid before the customer. */
@ApplicationScoped
public class WeeklyTimesheetConfirmation extends ContractPeriodJob<IsoWeek> {

    public static final String NAME = "weekly-timesheet-confirmation";

    @Inject
    private TimesheetPreparation timesheets;

    public WeeklyTimesheetConfirmation() {
        super(Cadence.WEEKLY, JobParameter.week(), IsoWeek::parse);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    protected ItemOutcome process(long contractId, IsoWeek week, JobTask task) {
        PreparedTimesheet prepared = timesheets.prepare(contractId, week, task.runId());
        return switch (prepared.outcome()) {
            case CREATED -> ItemOutcome.done("CREATED", "timesheets/" + prepared.timesheetId());
            case ALREADY_THERE -> ItemOutcome.done("ALREADY_THERE", "timesheets/" + prepared.timesheetId());
            case EMPTY -> ItemOutcome.skipped("EMPTY");
        };
    }
}
