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

/** Looks every twenty seconds for plans that end soon. Every node does; a rota is claimed by one of them. */
@Singleton
@Startup
@DependsOn(DatabaseStartUp.NAME)
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class RotaEndTimer {

    private static final Logger LOG = Logger.getLogger(RotaEndTimer.class.getName());

    @EJB
    private RotaEndSweep sweep;

    /** The database may be away for a while; the log need not fill with it. */
    private final Turns turns = new Turns(30);

    @Schedule(hour = "*", minute = "*", second = "10/20", persistent = false)
    void tick() {
        if (turns.mayBegin()) {
            turns.takeAsSystem(LOG, "Nobody could be told of plans that end", 20, Turns.untilLessThan(RotaEndSweep.BATCH, sweep::tell));
        }
    }
}
