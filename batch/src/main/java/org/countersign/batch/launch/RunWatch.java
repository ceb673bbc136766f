package org.countersign.batch.launch;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.identity.model.Role;
import org.countersign.jobs.model.JobStatus;
import org.countersign.jobs.model.RunHeader;
import org.countersign.jobs.service.JobLedger;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.schema.DatabaseStartUp;

/**
 * Keeps this node's runs alive, and continues runs that lost their node: after a crash nothing else would. Runs on every node; the claim
 * in the database decides who continues.
 */
@Singleton
@Startup
@DependsOn("countersign-ejb.jar#" + DatabaseStartUp.NAME)
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunWatch {

    /** Times a run is taken up before it is given up as failed. */
    static final int ATTEMPTS = 20;

    private static final int RUNS_PER_TICK = 20;
    private static final Logger LOG = Logger.getLogger(RunWatch.class.getName());

    @EJB
    private DatabaseStartUp database;

    @Inject
    private JobLedger ledger;

    @Inject
    private RunDispatcher dispatcher;

    @Inject
    private RunsHere here;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void beat() {
        here.all().forEach((run, held) -> {
            boolean gone = held.batchExecutionId() > 0 && RunDispatcher.isOver(held.batchExecutionId());
            if (gone || !quietly(() -> ledger.heartbeat(run, held.attempt()))) {
                here.letGo(run, held.attempt());
            }
        });
    }

    @Schedule(hour = "*", minute = "*", second = "2/5", persistent = false)
    void sweep() {
        if (!database.isReady()) {
            return;
        }
        for (long run : ledger.silent(RunDispatcher.silence(), RUNS_PER_TICK)) {
            try {
                CallContext.runAsSystem(null, () -> takeUp(ledger.header(run)));
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, failed, () -> "Run " + run + " could not be taken up and is tried again");
            }
        }
    }

    private void takeUp(RunHeader run) {
        if (run.status() == JobStatus.STOPPING || run.attempt() >= ATTEMPTS) {
            JobStatus end = run.status() == JobStatus.STOPPING ? JobStatus.STOPPED : JobStatus.FAILED;
            ledger.claim(run.id(), NodeIdentity.NAME, RunDispatcher.silence())
                    .ifPresent(attempt -> ledger.end(run.id(), attempt, end, end == JobStatus.FAILED ? "job-given-up" : null));
        } else if (dispatcher.dispatch(run) && run.attempt() > 0) {
            LOG.info(() -> "Run " + run.id() + " of " + run.jobName() + " was interrupted and goes on here");
        }
    }

    /** A heartbeat that the database does not take is not the end of the run: the next one may come through. */
    private static boolean quietly(java.util.function.BooleanSupplier heartbeat) {
        try {
            return heartbeat.getAsBoolean();
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, databaseAway, () -> "The heartbeat of a run was not written");
            return true;
        }
    }
}
