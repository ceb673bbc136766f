package org.countersign.intake.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.identity.model.Role;
import org.countersign.intake.model.InboundMessage;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.model.IntakeSource;
import org.countersign.intake.model.MailHtml;
import org.countersign.intake.model.MailReader;
import org.countersign.intake.model.MailReading;
import org.countersign.intake.model.UnreadableMail;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * The way in for mail. A message is stored in one transaction and processed in the next; when this method returns, it is stored for good, and
 * whoever handed it in may forget it.
 */
@Stateless
@RolesAllowed({Role.MAIL_GATEWAY_ROLE, Role.ADMIN_ROLE, Role.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MessageIntake {

    private static final Logger LOG = Logger.getLogger(MessageIntake.class.getName());

    @Inject
    private MailReader reader;

    @Inject
    private MailHtml html;

    @Inject
    private MessageStore store;

    @Inject
    private MessageProcessing processing;

    /**
     * Takes a message in.
     *
     * @param raw the message as it came from the wire
     * @param mailboxId the mailbox it was fetched from, or {@code null} to find it among the recipients
     * @return what became of it; {@link IntakeOutcome#DUPLICATE} with the first one's ticket when it came before
     */
    public IntakeResult receive(byte[] raw, IntakeSource source, Long mailboxId) {
        MailReading reading = reader.read(raw);
        Long mailbox = mailboxId == null && reading instanceof IncomingMail mail ? store.mailboxOf(mail).orElse(null) : mailboxId;
        MessageStore.Stored stored = store(raw, reading, source, mailbox);
        if (stored.before()) {
            awaitFirst(stored.id());
            Optional<IntakeResult> result = store.result(stored.id());
            return new IntakeResult(
                    stored.id(),
                    IntakeOutcome.DUPLICATE,
                    result.map(IntakeResult::ticket).orElse(null),
                    null,
                    result.map(IntakeResult::senderContact).orElse(null));
        }
        for (int attempt = 1; attempt <= InboundMessage.ATTEMPTS; attempt++) {
            process(stored.id());
            Optional<IntakeResult> result = store.result(stored.id());
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new IllegalStateException("Message " + stored.id() + " is stored and waits to be processed");
    }

    /** The first one may still be at work, or may have died at it; either way its ticket is known after this. */
    private void awaitFirst(long id) {
        try {
            processing.process(id);
        } catch (RuntimeException e) {
            // Not this call's message: whoever brought it in, or the sweeper, sees to it.
            LOG.log(Level.FINE, e, () -> "Message " + id + " came again and could not be processed");
        }
    }

    private MessageStore.Stored store(byte[] raw, MailReading reading, IntakeSource source, Long mailbox) {
        try {
            return store.store(raw, reading, source, mailbox);
        } catch (BusinessRuleViolation storedMeanwhile) {
            return store.find(mailbox, reading.dedupeKey())
                    .map(id -> new MessageStore.Stored(id, true))
                    .orElseThrow(() -> storedMeanwhile);
        }
    }

    /** A fault with one message is noted with it, and never stops the next one. */
    void process(long id) {
        try {
            processing.process(id);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Message " + id + " could not be processed");
            store.processingFailed(id, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** Size of the largest message that is read, in bytes. */
    public int maximumBytes() {
        return reader.maximumBytes();
    }

    /**
     * Reads a message without keeping anything.
     *
     * @throws BusinessRuleViolation the code of {@link UnreadableMail.Reason} when it cannot be read
     */
    public MailPreview preview(byte[] raw) {
        MailReading reading = reader.read(raw);
        if (reading instanceof UnreadableMail unreadable) {
            throw BusinessRuleViolation.invalid("message", unreadable.reason().code());
        }
        return MailPreview.of((IncomingMail) reading, html, false);
    }
}
