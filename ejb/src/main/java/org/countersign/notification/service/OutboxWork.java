package org.countersign.notification.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.identity.model.Role;
import org.countersign.kernel.DomainEvent;
import org.countersign.notification.model.MailEvent.MailGivenUp;
import org.countersign.notification.model.MailEvent.MailSent;
import org.countersign.notification.model.Outbox;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.OutboxState;

/**
 * The dispatcher's short transactions: none is open while a mail travels. Whoever lost a claim, because it ran out, changes nothing any more.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxWork {

    /** Mails claimed at a time. */
    public static final int BATCH = 20;

    /** How long a claim holds; a node that dies delays its mails by this. */
    public static final Duration CLAIM = Duration.ofMinutes(5);

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** Claims the {@value #BATCH} oldest mails that are due, under a name that nobody else uses. */
    public List<OutboxMessage> claim(String claim) {
        Instant now = clock.instant();
        return outbox.claim(claim, now, now.plus(CLAIM), BATCH);
    }

    public void sent(long id, String claim) {
        claimed(id, claim).ifPresent(message -> {
            message.sent(clock.instant());
            events.fire(new MailSent(
                    message.contractId(),
                    message.messageId(),
                    message.template(),
                    message.recipient(),
                    message.ticketId(),
                    message.attempts()));
        });
    }

    public void failed(long id, String claim, String error) {
        claimed(id, claim).ifPresent(message -> {
            message.failed(error, clock.instant());
            tellIfGivenUp(message);
        });
    }

    /** Puts mails back that were not tried. */
    public void release(List<Long> ids, String claim, String error) {
        for (long id : ids) {
            claimed(id, claim).ifPresent(message -> {
                message.released(error, clock.instant());
                tellIfGivenUp(message);
            });
        }
    }

    private Optional<OutboxMessage> claimed(long id, String claim) {
        return outbox.byId(id).filter(message -> message.isClaimedBy(claim));
    }

    private void tellIfGivenUp(OutboxMessage message) {
        if (message.state() == OutboxState.DEAD) {
            events.fire(new MailGivenUp(
                    message.contractId(),
                    message.messageId(),
                    message.template(),
                    message.recipient(),
                    message.ticketId(),
                    message.attempts(),
                    message.lastError()));
        }
    }
}
