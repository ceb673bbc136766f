package org.countersign.ticket.service;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.countersign.identity.model.Role;
import org.countersign.kernel.Turns;
import org.countersign.kernel.schema.DatabaseStartUp;

/** Looks every five seconds for tickets whose hold has ended. Every node does; a ticket is claimed by one of them. */
@Singleton
@Startup
@DependsOn(DatabaseStartUp.NAME)
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class HoldEndTimer {

    private static final Logger LOG = Logger.getLogger(HoldEndTimer.class.getName());

    @Inject
    private HoldEndSweep sweep;

    /** The database may be away for a while; the log need not fill with it. */
    private final Turns turns = new Turns(12);

    @Schedule(hour = "*", minute = "*", second = "2/5", persistent = false)
    void tick() {
        if (turns.mayBegin()) {
            turns.takeAsSystem(LOG, "Tickets could not go on after their hold", 5, sweep::sweep);
        }
    }
}
