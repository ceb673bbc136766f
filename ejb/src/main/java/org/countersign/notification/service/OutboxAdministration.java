package org.countersign.notification.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.notification.model.MailEvent.MailRetried;
import org.countersign.notification.model.Outbox;
import org.countersign.notification.model.OutboxMessage;

/** What people may do to the outbox. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE})
public class OutboxAdministration {

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Has a mail tried again now that was given up or waits for its next attempt; it keeps its Message-ID.
     *
     * @throws BusinessRuleViolation {@code not-found}; {@code mail-already-sent}; {@code mail-being-sent}
     */
    public void retry(long id) {
        OutboxMessage message = outbox.byId(id).orElseThrow(() -> BusinessRuleViolation.notFound("mail", id));
        message.retry(clock.instant());
        events.fire(new MailRetried(
                message.contractId(), message.messageId(), message.template(), message.recipient(), message.ticketId()));
    }
}
