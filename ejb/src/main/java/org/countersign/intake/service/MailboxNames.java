package org.countersign.intake.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.countersign.intake.model.Mailboxes;

/** Under which address and name a contract's mail goes out. */
@ApplicationScoped
public class MailboxNames {

    @Inject
    private Mailboxes mailboxes;

    /** A mailbox as its mail shows it. */
    public record MailboxName(String address, String name) {}

    /** The contract's mailbox, if it has one. */
    public Optional<MailboxName> ofContract(long contractId) {
        return mailboxes.ofContract(contractId).map(mailbox -> new MailboxName(mailbox.address(), mailbox.displayName()));
    }
}
