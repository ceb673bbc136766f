package org.countersign.rota.service;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.identity.model.Role;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.schema.DatabaseStartUp;

/** Looks every two seconds for backups that are to be called. Every node does; a call-out is claimed by one of them. */
@Singleton
@Startup
@DependsOn(DatabaseStartUp.NAME)
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class CallOutTimer {

    private static final int LONGEST_REST_TICKS = 30;
    private static final Logger LOG = Logger.getLogger(CallOutTimer.class.getName());

    @EJB
    private CallOutSweep sweep;

    private final AtomicBoolean working = new AtomicBoolean();
    private volatile int rest;
    private volatile int ticksToRest;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void tick() {
        if (ticksToRest > 0) {
            ticksToRest--;
            return;
        }
        if (!working.compareAndSet(false, true)) {
            return;
        }
        try {
            CallContext.runAsSystem(null, this::sweepAll);
            rest = 0;
        } catch (RuntimeException e) {
            // The database may be away for a while; the log need not fill with it.
            rest = Math.min(Math.max(1, 2 * rest), LONGEST_REST_TICKS);
            ticksToRest = rest;
            LOG.log(Level.WARNING, e, () -> "Backups could not be called; the next try is in " + 2 * rest + " s");
        } finally {
            working.set(false);
        }
    }

    private void sweepAll() {
        int called;
        do {
            called = sweep.callBackups();
        } while (called == CallOutSweep.BATCH);
    }
}
