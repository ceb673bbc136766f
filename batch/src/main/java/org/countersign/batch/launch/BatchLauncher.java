package org.countersign.batch.launch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.jobs.model.JobParameters;
import org.countersign.jobs.service.JobLedger;
import org.countersign.kernel.BusinessRuleViolation;

/** Starts, stops and restarts batch jobs for people. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchLauncher {

    @Inject
    private JobDefinitions definitions;

    @Inject
    private JobLedger ledger;

    @Inject
    private RunDispatcher dispatcher;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    /**
     * Starts a job for the caller; it runs on in the background.
     *
     * @param parameters by name; what is {@code null} or left out is not given
     * @return the run's id
     * @throws BusinessRuleViolation {@code job-unknown}; {@code job-parameter-unknown}; {@code job-parameter-invalid}, also for a missing
     *     one, a period that has not begun, or a contract that does not exist; {@code job-already-running}
     */
    public long start(String name, Map<String, String> parameters) {
        JobDefinition definition = definitions.find(name);
        JobParameters checked = JobDefinitions.check(definition, parameters == null ? Map.of() : parameters, clock.instant());
        for (JobParameter parameter : definition.parameters()) {
            String value = checked.find(parameter.name()).orElse(null);
            if (parameter.kind() == JobParameter.Kind.CONTRACT && value != null && customers.findContract(value).isEmpty()) {
                throw parameter.invalid(value);
            }
        }
        long run = ledger.open(name, checked, requester());
        dispatcher.dispatch(ledger.header(run));
        return run;
    }

    /**
     * Asks a run to stop, on whichever node it works; it does so before its next item.
     *
     * @throws BusinessRuleViolation {@code not-found}, {@code job-run-ended}
     */
    public void stop(String name, long runId) {
        requireOfJob(name, runId);
        ledger.requestStop(runId);
    }

    /**
     * Starts a new run that takes over what an ended one left undone.
     *
     * @return the new run's id
     * @throws BusinessRuleViolation {@code not-found}; {@code job-run-alive} while the run goes on, here or on another node;
     *     {@code job-run-complete}; {@code job-run-restarted}; {@code job-already-running}
     */
    public long restart(String name, long runId) {
        requireOfJob(name, runId);
        long run = ledger.reopen(runId, requester());
        dispatcher.dispatch(ledger.header(run));
        return run;
    }

    private void requireOfJob(String name, long runId) {
        if (!ledger.header(runId).jobName().equals(name)) {
            throw BusinessRuleViolation.notFound("job-run", runId);
        }
    }

    private String requester() {
        return currentCaller.find().map(Caller::name).orElse(null);
    }
}
