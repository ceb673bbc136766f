package org.countersign.batch.qualitysampling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.countersign.batch.launch.Cadence;
import org.countersign.batch.launch.ContractPeriodJob;
import org.countersign.batch.launch.JobParameter;
import org.countersign.batch.launch.JobTask;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.service.DrawResult;
import org.countersign.quality.service.LotDrawing;

/** One item per contract: the lot of the week is drawn. */
@ApplicationScoped
public class QualitySampling extends ContractPeriodJob<IsoWeek> {

    public static final String NAME = "quality-sampling";

    @Inject
    private LotDrawing lots;

    public QualitySampling() {
        super(Cadence.WEEKLY, JobParameter.week(), IsoWeek::parse);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    protected ItemOutcome process(long contractId, IsoWeek week, JobTask task) {
        DrawResult result = lots.draw(contractId, week, "job " + task.runId());
        return switch (result.outcome()) {
            case DRAWN, ALREADY_DRAWN -> ItemOutcome.done(result.outcome().name(), "quality/lots/" + result.lotId());
            case NOTHING_CLOSED, DISCONTINUED -> ItemOutcome.skipped(result.outcome().name());
        };
    }
}
