package org.countersign.notification.service;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.countersign.intake.service.MailboxNames;
import org.countersign.kernel.Settings;
import org.countersign.notification.model.Sender;
import org.countersign.notification.model.SenderAddresses;

/**
 * The mail of a contract goes out from its mailbox, so that answers come back there; what belongs to no contract, or to one without a mailbox,
 * from {@code countersign.mail.from}.
 */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class MailboxSenders implements SenderAddresses {

    @Inject
    private MailboxNames mailboxes;

    @Override
    public Sender senderFor(Long contractId) {
        return (contractId == null ? Optional.<Sender>empty() : ofContract(contractId))
                .orElseGet(() -> new Sender(
                        Settings.text("countersign.mail.from", "support@localhost"), Settings.text("countersign.mail.name", "Countersign")));
    }

    private Optional<Sender> ofContract(long contractId) {
        return mailboxes.ofContract(contractId).map(mailbox -> new Sender(mailbox.address(), mailbox.name()));
    }
}
