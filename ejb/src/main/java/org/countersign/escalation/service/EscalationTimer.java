package org.countersign.escalation.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.countersign.identity.model.Role;
import org.countersign.kernel.Turns;
import org.countersign.kernel.schema.DatabaseStartUp;

/** Looks every two seconds for escalations that are due. Every node does; each escalation is fired by one of them. */
@Singleton
@Startup
@DependsOn(DatabaseStartUp.NAME)
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class EscalationTimer {

    private static final Logger LOG = Logger.getLogger(EscalationTimer.class.getName());

    @Resource
    private TimerService timers;

    @Inject
    private EscalationSweep sweep;

    /** The database may be away for a while; the log need not fill with it. */
    private final Turns turns = new Turns(30);

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void tick() {
        if (turns.mayBegin()) {
            // A turn after a long silence may last longer than two seconds, and the container complains of a tick that finds the last at work.
            timers.createSingleActionTimer(0, new TimerConfig(null, false));
        }
    }

    @Timeout
    void turn() {
        turns.takeAsSystem(LOG, "Escalations could not be swept", 2, sweep::sweep);
    }
}
