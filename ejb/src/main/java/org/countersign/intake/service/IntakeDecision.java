package org.countersign.intake.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.intake.model.InboundMessage;
import org.countersign.intake.model.InboundMessages;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.IntakeEvent.MessageDecided;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.model.IntakeReason;
import org.countersign.intake.model.MailReader;
import org.countersign.intake.model.Mailbox;
import org.countersign.intake.model.Mailboxes;
import org.countersign.intake.model.MessageDecision;
import org.countersign.intake.model.VendorCaseReference;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.service.KnownTicket;
import org.countersign.ticket.service.TicketRegistration;
import org.countersign.vendor.service.KnownVendorCase;

/** What a person decides about a message that led to nothing. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE})
public class IntakeDecision {

    @Inject
    private InboundMessages messages;

    @Inject
    private Mailboxes mailboxes;

    @Inject
    private MailReader reader;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ReportFiling filing;

    @Inject
    private VendorFiling vendors;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Decides. The person takes the place of the sender's proof; who the sender is, and that reports of others wait for a fixed contact, no
     * decision changes.
     *
     * @param ticketNumber for {@link MessageDecision#ATTACH}: a ticket of the sender's organisation that has not ended; or a vendor case that
     *     has not, whose vendor's answer the message then is
     * @param reason in the person's words, or {@code null}
     * @throws BusinessRuleViolation {@code not-found}; {@code message-already-decided}, {@code message-not-to-decide},
     *     {@code message-unreadable}, {@code mailbox-unknown}, {@code sender-unknown}; {@code required}, {@code intake-ticket-unknown},
     *     {@code ticket-has-ended}, {@code intake-vendor-case-unknown}, {@code vendor-case-ended}, {@code message-empty}
     */
    public void decide(long messageId, MessageDecision decision, String ticketNumber, String reason) {
        if (decision == null) {
            throw BusinessRuleViolation.invalid("decision", "required");
        }
        InboundMessage message =
                messages.lock(messageId).orElseThrow(() -> BusinessRuleViolation.notFound("message", messageId));
        message.requireToDecide();
        IntakeOutcome before = message.outcome();
        TicketRef ticket =
                switch (decision) {
                    case ACCEPT -> accept(message, reason);
                    case ATTACH -> attach(message, ticketNumber, reason);
                    case REFUSE -> {
                        conclude(message, decision, reason, IntakeOutcome.REFUSED, IntakeReason.REFUSED_BY_DESK, null, null);
                        yield null;
                    }
                };
        events.fire(new MessageDecided(
                ticket == null ? mailbox(message).map(Mailbox::contractId).orElse(null) : Long.valueOf(ticket.contractId()),
                messageId,
                decision,
                reason,
                before,
                message.outcome(),
                ticket == null ? null : ticket.number()));
    }

    private TicketRef accept(InboundMessage message, String reason) {
        IncomingMail mail = MessageProcessing.read(reader, message);
        ContractTerms terms = terms(message);
        ContactCard contact = sender(mail, terms);
        boolean waits = terms.fixedContactsOnly() && !customers.isFixedContact(terms.id(), contact.id());
        TicketRef ticket =
                filing.register(mail, contact, terms, waits ? TicketRegistration.AWAITING_FIXED_CONTACT : null, null, true);
        conclude(
                message,
                MessageDecision.ACCEPT,
                reason,
                waits ? IntakeOutcome.HELD_UNAUTHORISED : IntakeOutcome.TICKET_CREATED,
                waits ? IntakeReason.AWAITING_FIXED_CONTACT : null,
                ticket,
                contact);
        return ticket;
    }

    private TicketRef attach(InboundMessage message, String ticketNumber, String reason) {
        if (ticketNumber == null || ticketNumber.isBlank()) {
            throw BusinessRuleViolation.invalid("ticket", "required");
        }
        IncomingMail mail = MessageProcessing.read(reader, message);
        String number = ticketNumber.strip().toUpperCase(Locale.ROOT);
        if (VendorCaseReference.isMeant(number)) {
            return answer(message, mail, number, reason);
        }
        ContactCard contact = sender(mail, terms(message));
        KnownTicket ticket = filing.find(number)
                .filter(known -> known.ref().organisationId() == contact.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.invalid("ticket", "intake-ticket-unknown", number));
        if (!ticket.state().isOpen()) {
            throw BusinessRuleViolation.invalid("ticket", "ticket-has-ended", number);
        }
        TicketRef ref = filing.append(mail, contact, ticket);
        conclude(message, MessageDecision.ATTACH, reason, IntakeOutcome.MESSAGE_APPENDED, null, ref, contact);
        return ref;
    }

    /** Whoever wrote it: the person who decides knows that it is the vendor's word. */
    private TicketRef answer(InboundMessage message, IncomingMail mail, String number, String reason) {
        KnownVendorCase known =
                vendors.find(number).orElseThrow(() -> BusinessRuleViolation.invalid("ticket", "intake-vendor-case-unknown", number));
        if (!known.running()) {
            throw BusinessRuleViolation.invalid("ticket", "vendor-case-ended", number);
        }
        if (mail.from().isEmpty()) {
            throw BusinessRuleViolation.conflict("sender-unknown");
        }
        if (VendorFiling.isEmpty(mail)) {
            throw BusinessRuleViolation.conflict("message-empty");
        }
        TicketRef ticket = vendors.answer(mail, message, known);
        conclude(message, MessageDecision.ATTACH, reason, IntakeOutcome.MESSAGE_APPENDED, IntakeReason.VENDOR_ANSWERED, ticket, null);
        return ticket;
    }

    private void conclude(
            InboundMessage message,
            MessageDecision decision,
            String why,
            IntakeOutcome outcome,
            IntakeReason reason,
            TicketRef ticket,
            ContactCard contact) {
        message.decided(
                decision,
                why,
                outcome,
                reason == null ? null : reason.code(),
                ticket == null ? null : ticket.id(),
                contact == null ? null : contact.id(),
                currentCaller.get().name(),
                clock.instant());
    }

    private Optional<Mailbox> mailbox(InboundMessage message) {
        return Optional.ofNullable(message.mailboxId()).flatMap(mailboxes::byId);
    }

    private ContractTerms terms(InboundMessage message) {
        Mailbox mailbox = mailbox(message).orElseThrow(() -> BusinessRuleViolation.conflict("mailbox-unknown"));
        return customers.contract(mailbox.contractId());
    }

    private ContactCard sender(IncomingMail mail, ContractTerms terms) {
        return mail.from()
                .flatMap(from -> customers.contactByEmail(from.normalised()))
                .filter(contact -> contact.organisationId() == terms.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.conflict("sender-unknown"));
    }
}
