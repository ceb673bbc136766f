package org.countersign.batch.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.jobs.model.JobParameters;
import org.countersign.kernel.IsoWeek;

/** Plans with one item per contract: the one that the parameter {@code contract} names, or all whose zone has begun the period. */
@ApplicationScoped
public class ContractPlan {

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    /** The plan for the parameter {@code week}. */
    public JobPlan ofWeek(JobParameters parameters) {
        IsoWeek week = IsoWeek.parse(parameters.get("week"));
        return plan(parameters, week::start, week::end);
    }

    /** The plan for the parameter {@code month}. */
    public JobPlan ofMonth(JobParameters parameters) {
        YearMonth month = YearMonth.parse(parameters.get("month"));
        return plan(
                parameters,
                zone -> month.atDay(1).atStartOfDay(zone).toInstant(),
                zone -> month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    /** The contract of an item. */
    public ContractTerms contract(JobTask task) {
        return customers.contract(task.key());
    }

    private JobPlan plan(JobParameters parameters, Function<ZoneId, Instant> start, Function<ZoneId, Instant> end) {
        Instant now = clock.instant();
        List<ContractTerms> contracts = parameters.find("contract")
                .map(code -> List.of(customers.contract(code)))
                .orElseGet(customers::contracts)
                .stream()
                .filter(contract -> !start.apply(zoneOf(contract)).isAfter(now))
                .toList();
        boolean running = contracts.stream().anyMatch(contract -> end.apply(zoneOf(contract)).isAfter(now));
        return new JobPlan(contracts.stream().map(ContractTerms::code).toList(), running ? now : null);
    }

    private static ZoneId zoneOf(ContractTerms contract) {
        return contract.calendar().zone();
    }
}
