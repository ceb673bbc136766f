package org.countersign.intake.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.time.Duration;
import org.countersign.identity.model.Role;
import org.countersign.intake.model.DedupeKey;
import org.countersign.intake.model.InboundMessage;
import org.countersign.intake.model.InboundMessages;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.IntakeEvent.MessageReceived;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.model.IntakeSource;
import org.countersign.intake.model.MailReading;
import org.countersign.intake.model.Mailbox;
import org.countersign.intake.model.Mailboxes;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;

/** Keeps what comes in, each step in a transaction of its own. */
@Stateless
@RolesAllowed({Role.MAIL_GATEWAY_ROLE, Role.ADMIN_ROLE, Role.SYSTEM})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MessageStore {

    @Inject
    private InboundMessages messages;

    @Inject
    private Mailboxes mailboxes;

    @Inject
    private IntakeViews views;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Where a message is kept.
     *
     * @param before whether it was there before
     */
    public record Stored(long id, boolean before) {}

    /** The mailbox of ours to which a message came, the most certain recipient first. */
    public Optional<Long> mailboxOf(IncomingMail mail) {
        List<String> recipients = Recipients.of(mail);
        List<Mailbox> found = mailboxes.byAddresses(recipients);
        return recipients.stream()
                .flatMap(address -> found.stream().filter(mailbox -> mailbox.address().equals(address)))
                .map(Mailbox::id)
                .findFirst();
    }

    /** The message with this key in this mailbox, if it came before. */
    public Optional<Long> find(Long mailboxId, DedupeKey key) {
        return messages.idByKey(mailboxId, key);
    }

    /**
     * Stores a message.
     *
     * @throws BusinessRuleViolation {@code message-stored-meanwhile} when the same message came in another way at the same moment; it can be
     *     found then
     */
    public Stored store(byte[] raw, MailReading reading, IntakeSource source, Long mailboxId) {
        Optional<Long> before = messages.idByKey(mailboxId, reading.dedupeKey());
        if (before.isPresent()) {
            return new Stored(before.get(), true);
        }
        InboundMessage message = new InboundMessage(source, mailboxId, raw, reading, clock.instant());
        if (!messages.add(message)) {
            throw BusinessRuleViolation.conflict("message-stored-meanwhile");
        }
        return new Stored(message.id(), false);
    }

    /** What became of a message; nothing while it waits to be processed. */
    public Optional<IntakeResult> result(long id) {
        return views.row(id).filter(row -> row.outcome() != null).map(row -> new IntakeResult(
                id,
                row.outcome(),
                row.ticket(),
                row.reason(),
                views.facts(id).map(InboundFacts::contactEmail).orElse(null)));
    }

    /** Processing the message failed: it will be tried again, or is put aside so that the others flow. */
    public void processingFailed(long id, String error) {
        InboundMessage message = messages.lock(id).orElseThrow(() -> BusinessRuleViolation.notFound("message", id));
        if (!message.isProcessed() && message.processingFailed(error, clock.instant())) {
            Long contract = message.mailboxId() == null
                    ? null
                    : mailboxes.byId(message.mailboxId()).map(Mailbox::contractId).orElse(null);
            events.fire(new MessageReceived(
                    contract, id, message.source(), message.sender(), false, IntakeOutcome.QUARANTINED, message.reason(), null));
        }
    }

    /** Ids of messages that were stored longer ago than {@code age} and still wait, oldest first. */
    public List<Long> waiting(Duration age, int limit) {
        return messages.unprocessed(clock.instant().minus(age), limit);
    }
}
