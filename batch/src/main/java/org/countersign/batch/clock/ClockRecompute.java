package org.countersign.batch.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.batch.launch.JobDefinition;
import org.countersign.batch.launch.JobParameter;
import org.countersign.batch.launch.JobPlan;
import org.countersign.batch.launch.JobTask;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.jobs.model.JobParameters;
import org.countersign.ticket.service.ClockRecomputation;

/**
 * One item per block of a contract's open tickets, in the order of their ids: their due instants are brought up to what the contract and its
 * calendar say now. The system starts it when that has changed.
 */
@ApplicationScoped
public class ClockRecompute implements JobDefinition {

    public static final String NAME = "clock-recompute";

    @Inject
    private CustomerDirectory customers;

    @Inject
    private ClockRecomputation clocks;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(JobParameter.contract());
    }

    /** The number of the version in force and that of the calendar's recording; nothing while both are the first. */
    @Override
    public Optional<String> occasion(ContractTerms terms) {
        return terms.version() == 1 && terms.calendarRevision() == 1
                ? Optional.empty()
                : Optional.of(terms.version() + "." + terms.calendarRevision());
    }

    @Override
    public JobPlan plan(JobParameters parameters) {
        List<ContractTerms> contracts = parameters.find("contract")
                .map(code -> List.of(customers.contract(code)))
                .orElseGet(customers::contracts);
        List<String> keys = new ArrayList<>();
        for (ContractTerms contract : contracts) {
            clocks.blocks(contract.id()).forEach(block -> keys.add(contract.id() + ":" + block.firstId() + "-" + block.lastId()));
        }
        return new JobPlan(keys, null);
    }

    @Override
    public ItemOutcome process(JobTask task) {
        String[] key = task.key().split("[:-]");
        ClockRecomputation.Block block = new ClockRecomputation.Block(Long.parseLong(key[1]), Long.parseLong(key[2]));
        int moved = clocks.recompute(Long.parseLong(key[0]), block);
        return moved == 0 ? ItemOutcome.skipped("NOTHING_MOVED") : ItemOutcome.done("MOVED", null);
    }
}
