package org.countersign.intake.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.intake.model.IntakeSource;
import org.countersign.intake.service.MailboxPolling;
import org.countersign.intake.service.MailboxPolling.PolledMailbox;
import org.countersign.intake.service.MessageIntake;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Settings;
import org.countersign.kernel.lease.Leases;

/** Polls the mailboxes, each by one node at a time, and keeps with each how that went. Called by one thread of a node at a time. */
@ApplicationScoped
public class MailboxPoller {

    /** Longer than a node may wait for the server within one message. */
    static final Duration LEASE = Duration.ofMinutes(3);

    /** Messages of one mailbox and turn. */
    private static final int MOST = 100;

    private static final Logger LOG = Logger.getLogger(MailboxPoller.class.getName());

    private MailboxPolling polling;
    private MessageIntake intake;
    private Leases leases;

    /** For the container's proxy. */
    protected MailboxPoller() {}

    @Inject
    public MailboxPoller(MailboxPolling polling, MessageIntake intake, Leases leases) {
        this.polling = polling;
        this.intake = intake;
        this.leases = leases;
    }

    /** Polls every active mailbox once, except those at which another node is at work. */
    public void poll() {
        for (PolledMailbox mailbox : polling.toPoll()) {
            String lease = "mailbox-" + mailbox.id();
            if (leases.acquire(lease, LEASE)) {
                try {
                    poll(mailbox, lease);
                } finally {
                    leases.release(lease);
                }
            }
        }
    }

    private void poll(PolledMailbox mailbox, String lease) {
        String failure = null;
        try {
            String password = Settings.text(mailbox.account().secret(), null);
            if (password == null) {
                failure = "The setting " + mailbox.account().secret() + " with the password is missing";
            } else {
                ImapMailbox.Turn turn = new ImapMailbox(mailbox.account(), password, intake.maximumBytes())
                        .fetch(raw -> {
                            intake.receive(raw, IntakeSource.IMAP, mailbox.id());
                            return leases.renew(lease, LEASE);
                        }, MOST);
                failure = turn.failed() == 0 ? null : turn.failed() + " messages could not be taken: " + turn.firstFailure();
            }
        } catch (MessagingException | BusinessRuleViolation e) {
            failure = told(e);
            LOG.log(Level.FINE, e, () -> "Mailbox " + mailbox.address() + " could not be polled");
        }
        if (failure == null) {
            polling.succeeded(mailbox.id());
        } else {
            polling.failed(mailbox.id(), failure);
        }
    }

    private static String told(Exception e) {
        Throwable cause = e.getCause();
        String text = e.getClass().getSimpleName() + ": " + e.getMessage();
        return cause == null || cause.getMessage() == null ? text : text + " (" + cause.getMessage() + ")";
    }
}
