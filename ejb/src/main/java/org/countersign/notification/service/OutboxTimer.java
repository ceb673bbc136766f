package org.countersign.notification.service;

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

/**
 * Wakes this node's dispatcher every second, unless it is at work. The tick itself only starts a turn, on a timer of its own: a turn may take
 * longer than a second when the mail server is slow, and the container complains of every tick that finds the one before it at work. A turn
 * that the container drops, as it does while it starts or is suspended, is started again by the next tick.
 */
@Singleton
@Startup
@DependsOn(DatabaseStartUp.NAME)
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxTimer {

    private static final Logger LOG = Logger.getLogger(OutboxTimer.class.getName());

    @Resource
    private TimerService timers;

    @Inject
    private OutboxDispatcher dispatcher;

    /** The database may be away for a while: mail waits there, and the log need not fill with it. */
    private final Turns turns = new Turns(60);

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        if (turns.mayBegin()) {
            timers.createSingleActionTimer(0, new TimerConfig(null, false));
        }
    }

    @Timeout
    void turn() {
        turns.takeAsSystem(LOG, "Mail could not be dispatched", 1, dispatcher::dispatch);
    }
}
