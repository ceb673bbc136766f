package org.countersign.customer.service;

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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.identity.model.Role;
import org.countersign.kernel.Turns;
import org.countersign.kernel.schema.DatabaseStartUp;

/** Looks every hour whether the table of holidays, which comes with the program, knows other days than calendars were recorded with. */
@Singleton
@Startup
@DependsOn(DatabaseStartUp.NAME)
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class HolidayTimer {

    private static final Logger LOG = Logger.getLogger(HolidayTimer.class.getName());

    private static final int HOUR = 3600;

    @EJB
    private CustomerDirectory directory;

    @EJB
    private ServiceCalendars calendars;

    private final Turns turns = new Turns(24);

    @Schedule(hour = "*", minute = "17", second = "0", persistent = false)
    void tick() {
        if (turns.mayBegin()) {
            turns.takeAsSystem(LOG, "Calendars could not be held against the table of holidays", HOUR, () -> directory.calendars().forEach(this::follow));
        }
    }

    /** What one calendar refuses, or another node did at the same moment, keeps no other one from following. */
    private void follow(String code) {
        try {
            calendars.followHolidays(code);
        } catch (RuntimeException refused) {
            LOG.log(Level.WARNING, refused, () -> "The calendar " + code + " does not follow the table of holidays");
        }
    }
}
