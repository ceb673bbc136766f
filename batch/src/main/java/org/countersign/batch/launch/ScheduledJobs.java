package org.countersign.batch.launch;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.jobs.model.JobParameters;
import org.countersign.jobs.service.JobLedger;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.schema.DatabaseStartUp;

/**
 * Starts jobs that are due by the calendar of each contract, or by an occasion. It ticks on every node; a row per job, contract and period or
 * occasion makes it happen once.
 * A tick that was missed is made up for by the next, as far as the latest period.
 */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScheduledJobs {

    private static final Logger LOG = Logger.getLogger(ScheduledJobs.class.getName());

    @EJB
    private DatabaseStartUp database;

    @Inject
    private JobDefinitions definitions;

    @Inject
    private JobLedger ledger;

    @Inject
    private RunDispatcher dispatcher;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void tick() {
        if (!database.isReady()) {
            return;
        }
        Instant now = clock.instant();
        Instant installedAt = ledger.installedAt();
        for (ContractTerms contract : customers.contracts()) {
            ZoneId zone = contract.calendar().zone();
            for (JobDefinition job : definitions.all()) {
                job.cadence()
                        .latest(now, zone)
                        .filter(period -> !period.dueAt().isBefore(installedAt))
                        .ifPresent(period -> startOnce(job, contract, Map.of(period.parameter(), period.name()), period.name()));
                job.occasion(contract).ifPresent(occasion -> startOnce(job, contract, Map.of(), occasion));
            }
        }
    }

    private void startOnce(JobDefinition job, ContractTerms contract, Map<String, String> further, String period) {
        Map<String, String> values = new TreeMap<>(further);
        values.put("contract", contract.code());
        JobParameters parameters = new JobParameters(values);
        try {
            CallContext.runAsSystem(null, () -> ledger.openScheduled(job.name(), parameters, contract.id(), period)
                    .ifPresent(run -> dispatcher.dispatch(ledger.header(run))));
        } catch (RuntimeException askedForElsewhere) {
            LOG.log(
                    Level.FINE,
                    askedForElsewhere,
                    () -> job.name() + " of " + contract.code() + " for " + period + " is another node's, or comes with the next tick");
        }
    }
}
