package org.countersign.intake.mail;

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
import org.countersign.intake.service.WaitingMessages;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.Settings;
import org.countersign.kernel.schema.DatabaseStartUp;

/**
 * Lets this node poll the mailboxes and see to messages that wait, {@code countersign.imap.interval} seconds (10) after it last did; 0 switches
 * it off.
 */
@Singleton
@Startup
@DependsOn(DatabaseStartUp.NAME)
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@TransactionManagement(TransactionManagementType.BEAN)
public class IntakeTimer {

    private static final int FAILURES_BETWEEN_LOGS = 60;
    private static final Logger LOG = Logger.getLogger(IntakeTimer.class.getName());

    @Resource
    private TimerService timers;

    @Inject
    private MailboxPoller poller;

    @Inject
    private WaitingMessages waiting;

    private long restMillis;
    private int failures;

    @PostConstruct
    void start() {
        restMillis = Settings.number("countersign.imap.interval", 10) * 1000L;
        if (restMillis > 0) {
            wakeLater();
        }
    }

    @Timeout
    void work() {
        try {
            CallContext.runAsSystem(null, waiting::process);
            CallContext.runAsSystem(null, poller::poll);
            failures = 0;
        } catch (RuntimeException e) {
            // The database may be away for a while; mail waits on its server, and the log need not fill with it.
            if (failures++ % FAILURES_BETWEEN_LOGS == 0) {
                LOG.log(Level.WARNING, e, () -> "Mail could not be fetched");
            }
        } finally {
            wakeLater();
        }
    }

    private void wakeLater() {
        timers.createSingleActionTimer(restMillis, new TimerConfig(null, false));
    }
}
