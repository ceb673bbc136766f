package org.countersign.notification.service;

import jakarta.annotation.PostConstruct;
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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.identity.model.Role;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.schema.DatabaseStartUp;

/**
 * Wakes this node's dispatcher, a second after it last went to rest. Not a schedule: a turn may take longer than a second when the mail
 * server is slow, and the container complains of every tick that finds the one before it at work.
 */
@Singleton
@Startup
@DependsOn(DatabaseStartUp.NAME)
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxTimer {

    private static final long REST_MILLIS = 1000;
    private static final int FAILURES_BETWEEN_LOGS = 60;
    private static final Logger LOG = Logger.getLogger(OutboxTimer.class.getName());

    @Resource
    private TimerService timers;

    @Inject
    private OutboxDispatcher dispatcher;

    private int failures;

    @PostConstruct
    void start() {
        wakeLater();
    }

    @Timeout
    void dispatch() {
        try {
            CallContext.runAsSystem(null, dispatcher::dispatch);
            failures = 0;
        } catch (RuntimeException e) {
            // The database may be away for a while; mail waits there, and the log need not fill with it.
            if (failures++ % FAILURES_BETWEEN_LOGS == 0) {
                LOG.log(Level.WARNING, e, () -> "Mail could not be dispatched");
            }
        } finally {
            wakeLater();
        }
    }

    private void wakeLater() {
        timers.createSingleActionTimer(REST_MILLIS, new TimerConfig(null, false));
    }
}
