package org.countersign.batch.qualitysampling;

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
import org.countersign.quality.service.DrawResult;
import org.countersign.quality.service.LotDrawing;

/** One item per contract: the lot of the week is drawn. */
@ApplicationScoped
public class QualitySampling implements JobDefinition {

    public static final String NAME = "quality-sampling";

    @Inject
    private ContractPlan contracts;

    @Inject
    private LotDrawing lots;

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
        DrawResult result = lots.draw(
                contracts.contract(task).id(), IsoWeek.parse(task.parameters().get("week")), "job " + task.runId());
        return switch (result.outcome()) {
            case DRAWN, ALREADY_DRAWN -> ItemOutcome.done(result.outcome().name(), "quality/lots/" + result.lotId());
            case NOTHING_CLOSED, DISCONTINUED -> ItemOutcome.skipped(result.outcome().name());
        };
    }
}
