package org.countersign.intake.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.countersign.identity.model.Role;
import org.countersign.intake.model.ImapAccount;
import org.countersign.intake.model.Mailboxes;

/** What the poller asks and tells, each in a transaction of its own. */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailboxPolling {

    @Inject
    private Mailboxes mailboxes;

    @Inject
    private Clock clock;

    /** A mailbox to poll. */
    public record PolledMailbox(long id, String address, ImapAccount account) {}

    /** The active mailboxes on an IMAP server, by address. */
    public List<PolledMailbox> toPoll() {
        return mailboxes.all().stream()
                .filter(mailbox -> mailbox.active() && mailbox.imap().isPresent())
                .map(mailbox -> new PolledMailbox(mailbox.id(), mailbox.address(), mailbox.imap().orElseThrow()))
                .toList();
    }

    /** The mailbox was polled to the end. */
    public void succeeded(long id) {
        mailboxes.byId(id).ifPresent(mailbox -> mailbox.polled(clock.instant()));
    }

    /** Polling the mailbox failed; what is told is shown to people. */
    public void failed(long id, String error) {
        mailboxes.byId(id).ifPresent(mailbox -> mailbox.pollFailed(error, clock.instant()));
    }
}
