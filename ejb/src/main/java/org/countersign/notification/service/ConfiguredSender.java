package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import org.countersign.kernel.Settings;
import org.countersign.notification.model.Sender;
import org.countersign.notification.model.SenderAddresses;

/** One mailbox for all contracts: {@code countersign.mail.from}, called {@code countersign.mail.name}. */
@ApplicationScoped
public class ConfiguredSender implements SenderAddresses {

    @Override
    public Sender senderFor(Long contractId) {
        return new Sender(
                Settings.text("countersign.mail.from", "support@localhost"), Settings.text("countersign.mail.name", "Countersign"));
    }
}
