package org.countersign.batch.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.countersign.batch.launch.JobDefinition;
import org.countersign.batch.launch.JobParameter;
import org.countersign.batch.launch.JobPlan;
import org.countersign.batch.launch.JobTask;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.jobs.model.JobParameters;
import org.countersign.replay.service.ReplayWork;

/** One item per block of a replay's tickets: they are read under the changed agreement, and what came of it is kept. */
@ApplicationScoped
public class ContractReplay implements JobDefinition {

    public static final String NAME = "contract-replay";

    private static final String REPLAY = "replay";

    @Inject
    private ReplayWork replays;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.record(REPLAY));
    }

    @Override
    public JobPlan plan(JobParameters parameters) {
        return new JobPlan(replays.blocks(Long.parseLong(parameters.get(REPLAY))).stream().map(String::valueOf).toList(), null);
    }

    @Override
    public ItemOutcome process(JobTask task) {
        replays.replay(Long.parseLong(task.key()));
        return ItemOutcome.done("CREATED", "replays/" + task.parameters().get(REPLAY));
    }
}
