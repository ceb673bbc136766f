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
import java.util.logging.Logger;
import org.countersign.identity.model.Role;
import org.countersign.kernel.Turns;
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

    private static final Logger LOG = Logger.getLogger(CallOutTimer.class.getName());

    @EJB
    private CallOutSweep sweep;

    /** The database may be away for a while; the log need not fill with it. */
    private final Turns turns = new Turns(30);

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void tick() {
        if (turns.mayBegin()) {
            turns.takeAsSystem(LOG, "Backups could not be called", 2, Turns.untilLessThan(CallOutSweep.BATCH, sweep::callBackups));
        }
    }
}
