package org.countersign.audit.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.identity.model.Role;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.lease.Leases;
import org.countersign.kernel.schema.DatabaseStartUp;

/** Wakes the sealer a second after it last went to rest, on the one node that holds the lease {@value #LEASE}. */
@Singleton
@Startup
@DependsOn(DatabaseStartUp.NAME)
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditSealerTimer {

    static final String LEASE = "audit-sealer";

    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final long REST_MILLIS = 1000;
    private static final int FAILURES_BETWEEN_LOGS = 60;
    private static final Logger LOG = Logger.getLogger(AuditSealerTimer.class.getName());

    @Resource
    private TimerService timers;

    @Inject
    private AuditSealer sealer;

    @Inject
    private Leases leases;

    private int failures;

    @PostConstruct
    void start() {
        wakeLater();
    }

    @Timeout
    void wake() {
        try {
            CallContext.runAsSystem(null, this::seal);
            failures = 0;
        } catch (RuntimeException e) {
            // The database may be away for a while; the entries wait there, and the log need not fill with it.
            if (failures++ % FAILURES_BETWEEN_LOGS == 0) {
                LOG.log(Level.WARNING, e, () -> "Audit entries could not be sealed");
            }
        } finally {
            wakeLater();
        }
    }

    void seal() {
        if (leases.acquire(LEASE, LENGTH)) {
            int sealed;
            do {
                sealed = sealer.sealBatch();
            } while (sealed == AuditSealer.BATCH && leases.renew(LEASE, LENGTH));
        }
    }

    @PreDestroy
    void stop() {
        try {
            leases.release(LEASE);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, e, () -> "The lease " + LEASE + " runs out by itself");
        }
    }

    private void wakeLater() {
        timers.createSingleActionTimer(REST_MILLIS, new TimerConfig(null, false));
    }
}
