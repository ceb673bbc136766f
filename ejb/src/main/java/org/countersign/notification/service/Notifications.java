package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.logging.Logger;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.model.MinimumContent;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.intake.model.IntakeEvent.ContentMissing;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.Texts;
import org.countersign.notification.model.BoardMessage;
import org.countersign.notification.model.Links;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.MailText;
import org.countersign.notification.model.TicketCard;
import org.countersign.notification.model.TicketCard.Person;
import org.countersign.notification.model.TicketCards;
import org.countersign.ticket.model.TicketEvent;
import org.countersign.ticket.model.TicketEvent.MessagePosted;
import org.countersign.ticket.model.TicketEvent.ResolutionAccepted;
import org.countersign.ticket.model.TicketEvent.ResolutionProposed;
import org.countersign.ticket.model.TicketEvent.ResolutionRejected;
import org.countersign.ticket.model.TicketEvent.TicketAssigned;
import org.countersign.ticket.model.TicketEvent.TicketDeclined;
import org.countersign.ticket.model.TicketEvent.TicketMarkedDuplicate;
import org.countersign.ticket.model.TicketEvent.TicketPutOnHold;
import org.countersign.ticket.model.TicketEvent.TicketPutToCustomer;
import org.countersign.ticket.model.TicketEvent.TicketRegistered;
import org.countersign.ticket.model.TicketEvent.ReportSupplemented;
import org.countersign.ticket.model.TicketEvent.TicketReleased;
import org.countersign.ticket.model.TicketEvent.TicketResumed;
import org.countersign.ticket.model.TicketEvent.TicketTransferred;
import org.countersign.ticket.model.TicketEvent.TicketWithdrawn;
import org.countersign.ticket.model.TicketEvent.WorkStarted;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Visibility;
import org.countersign.ticket.service.TicketRegistration;

/**
 * Tells people by mail what happens to their tickets: the reporter each change of status (M90) and each public message (M95), the assignee what
 * the customer says. Rows are written in the transaction of the event; a person whose mail address is of no use is passed over, so that
 * nobody's work fails for it.
 */
@ApplicationScoped
public class Notifications {

    private static final Logger LOG = Logger.getLogger(Notifications.class.getName());

    @Inject
    private TicketCards tickets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private MailSender mails;

    void registered(@Observes TicketRegistered event) {
        // The event says it all: nothing has to be read of a ticket that is only being written.
        TicketCard ticket = new TicketCard(
                event.ticket(), event.summary(), event.priority(), event.responseDue(), event.resolutionDue(), person(event.reporter()), null);
        if (event.state() != TicketState.HELD) {
            if (event.acknowledged()) {
                toReporter(ticket, MailTemplate.TICKET_REGISTERED, facts -> targets(facts, ticket));
            }
            return;
        }
        if (event.acknowledged()) {
            toReporter(ticket, MailTemplate.TICKET_HELD, facts -> {
                String reason = MailText.holdReason(event.holdReason(), ticket.reporter().language());
                facts.put("reason", event.missing() == null ? reason : reason + ": " + inWords(event.missing(), ticket.reporter().language()));
                return facts;
            });
        }
        if (TicketRegistration.AWAITING_FIXED_CONTACT.equals(event.holdReason())) {
            askFixedContacts(ticket, event.contractId());
        }
    }

    private void askFixedContacts(TicketCard ticket, long contractId) {
        Set<String> told = new LinkedHashSet<>();
        for (ContactCard contact : customers.fixedContacts(contractId)) {
            toContact(ticket, contact, told, MailTemplate.TICKET_APPROVAL_ASKED, facts -> {
                facts.put("reporter", ticket.reporter() == null ? null : ticket.reporter().name());
                return facts;
            });
        }
    }

    private static String inWords(String missing, String language) {
        Locale locale = Locale.forLanguageTag(language);
        return Arrays.stream(missing.split(", ")).map(one -> MinimumContent.inWords(one, locale)).collect(Collectors.joining(", "));
    }

    void supplemented(@Observes ReportSupplemented event) {
        if (TicketRegistration.AWAITING_FIXED_CONTACT.equals(event.holdReason())) {
            askFixedContacts(card(event), event.contractId());
        }
    }

    void released(@Observes TicketReleased event) {
        TicketCard ticket = card(event);
        toReporter(ticket, MailTemplate.TICKET_RELEASED, facts -> targets(facts, ticket));
    }

    void assigned(@Observes TicketAssigned event) {
        TicketCard ticket = card(event);
        // Who takes a ticket knows it.
        if (ticket.assignee() != null && !ticket.assignee().account().equals(CallContext.actor())) {
            toAssignee(ticket, MailTemplate.TICKET_ASSIGNED_STAFF, facts -> targets(facts, ticket));
        }
    }

    void started(@Observes WorkStarted event) {
        TicketCard ticket = card(event);
        toReporter(ticket, MailTemplate.TICKET_STARTED, with("assignee", ticket.assignee() == null ? null : ticket.assignee().name()));
    }

    void putOnHold(@Observes TicketPutOnHold event) {
        toReporter(card(event), MailTemplate.TICKET_ON_HOLD, facts -> {
            facts.put("reason", event.reason());
            facts.put("note", event.note());
            facts.put("until", event.until());
            return facts;
        });
    }

    /** Whose staff works the level hears of it from the fixed contacts (M19). */
    void putToCustomer(@Observes TicketPutToCustomer event) {
        TicketCard ticket = card(event);
        Set<String> told = new LinkedHashSet<>();
        for (ContactCard contact : customers.fixedContacts(event.contractId())) {
            toContact(ticket, contact, told, MailTemplate.TICKET_PUT_TO_CUSTOMER, with("reason", event.reason()));
        }
    }

    void resumed(@Observes TicketResumed event) {
        TicketCard ticket = card(event);
        toReporter(ticket, MailTemplate.TICKET_RESUMED, with("resolutionDue", ticket.resolutionDue()));
        // Who resumes a ticket knows it.
        if (ticket.assignee() != null && !ticket.assignee().account().equals(CallContext.actor())) {
            toAssignee(ticket, MailTemplate.TICKET_RESUMED_STAFF, with("resolutionDue", ticket.resolutionDue()));
        }
    }

    void proposed(@Observes ResolutionProposed event) {
        TicketCard ticket = card(event);
        UnaryOperator<Map<String, Object>> resolution = with("resolution", event.text());
        Set<String> told = new LinkedHashSet<>();
        toReporter(ticket, MailTemplate.RESOLUTION_PROPOSED, resolution);
        if (ticket.reporter() != null) {
            told.add(ticket.reporter().email());
        }
        for (ContactCard contact : customers.authorisedContacts(event.contractId())) {
            toContact(ticket, contact, told, MailTemplate.RESOLUTION_PROPOSED, resolution);
        }
    }

    void accepted(@Observes ResolutionAccepted event) {
        TicketCard ticket = card(event);
        UnaryOperator<Map<String, Object>> contact = with("contact", contactName(event.contactId()));
        toReporter(ticket, MailTemplate.RESOLUTION_ACCEPTED, contact);
        toAssignee(ticket, MailTemplate.RESOLUTION_ACCEPTED_STAFF, contact);
    }

    void rejected(@Observes ResolutionRejected event) {
        TicketCard ticket = card(event);
        UnaryOperator<Map<String, Object>> rejection = facts -> {
            facts.put("contact", contactName(event.contactId()));
            facts.put("reason", event.reason());
            facts.put("resolutionDue", ticket.resolutionDue());
            return facts;
        };
        toReporter(ticket, MailTemplate.RESOLUTION_REJECTED, rejection);
        toAssignee(ticket, MailTemplate.RESOLUTION_REJECTED_STAFF, rejection);
    }

    void withdrawn(@Observes TicketWithdrawn event) {
        TicketCard ticket = card(event);
        UnaryOperator<Map<String, Object>> withdrawal = facts -> {
            facts.put("contact", contactName(event.contactId()));
            facts.put("reason", event.reason());
            return facts;
        };
        toReporter(ticket, MailTemplate.TICKET_WITHDRAWN, withdrawal);
        toAssignee(ticket, MailTemplate.TICKET_WITHDRAWN_STAFF, withdrawal);
    }

    void duplicate(@Observes TicketMarkedDuplicate event) {
        toReporter(card(event), MailTemplate.TICKET_DUPLICATE, with("original", event.of()));
    }

    void transferred(@Observes TicketTransferred event) {
        toReporter(card(event), MailTemplate.TICKET_TRANSFERRED, facts -> {
            facts.put("to", event.to());
            facts.put("reason", event.reason());
            return facts;
        });
    }

    void declined(@Observes TicketDeclined event) {
        toReporter(card(event), MailTemplate.TICKET_DECLINED, with("reason", event.reason()));
    }

    /** Asks for what a mail needs to become a report (M112). */
    void contentMissing(@Observes ContentMissing event) {
        ContactCard contact = customers.contact(event.contactId());
        recipient(contact.email(), () -> Recipient.of(contact)).ifPresent(to -> {
            Locale locale = Locale.forLanguageTag(contact.language());
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("subject", event.subject().isBlank() ? Texts.find(locale, "intake.no-subject").orElse("") : event.subject());
            facts.put("missing", Texts.find(locale, "intake.missing-description").orElse(""));
            mails.queue(MailRequest.of(MailTemplate.MINIMUM_INFORMATION, to, facts)
                    .under(event.contractId())
                    .answering(event.messageId()));
        });
    }

    void posted(@Observes MessagePosted event) {
        if (event.visibility() != Visibility.PUBLIC) {
            return;
        }
        tickets.publicMessage(event.messageId()).ifPresent(message -> copy(card(event), message));
    }

    private void copy(TicketCard ticket, BoardMessage message) {
        UnaryOperator<Map<String, Object>> copy = facts -> {
            facts.put("author", message.author());
            facts.put("text", message.text());
            return facts;
        };
        // Nobody gets a copy of what they wrote themselves.
        if (ticket.reporter() != null && (message.contactId() == null || message.contactId() != ticket.reporter().id())) {
            toReporter(ticket, MailTemplate.BOARD_MESSAGE, copy);
        }
        if (message.contactId() != null) {
            toAssignee(ticket, MailTemplate.BOARD_MESSAGE_STAFF, copy);
        }
    }

    private static Person person(ContactCard contact) {
        return contact == null
                ? null
                : new Person(contact.id(), null, contact.name(), contact.email(), contact.language(), contact.zone());
    }

    private TicketCard card(TicketEvent event) {
        return tickets.card(event.ticket().id())
                .orElseThrow(() -> BusinessRuleViolation.notFound("ticket", event.ticket().number()));
    }

    private String contactName(long contactId) {
        return tickets.contactName(contactId).orElse(null);
    }

    private static UnaryOperator<Map<String, Object>> with(String fact, Object value) {
        return facts -> {
            facts.put(fact, value);
            return facts;
        };
    }

    private static Map<String, Object> targets(Map<String, Object> facts, TicketCard ticket) {
        facts.put("priority", ticket.priority());
        facts.put("responseDue", ticket.responseDue());
        facts.put("resolutionDue", ticket.resolutionDue());
        return facts;
    }

    private void toReporter(TicketCard ticket, MailTemplate template, UnaryOperator<Map<String, Object>> facts) {
        Person reporter = ticket.reporter();
        if (reporter != null) {
            queue(ticket, template, facts, Links.portalTicket(ticket.ref().number()), reporter.email(), () -> new Recipient(
                    reporter.name(), reporter.email(), reporter.language(), reporter.zone(), true));
        }
    }

    /** To a contact who is not among those told already. */
    private void toContact(
            TicketCard ticket, ContactCard contact, Set<String> told, MailTemplate template, UnaryOperator<Map<String, Object>> facts) {
        if (told.add(contact.email())) {
            queue(ticket, template, facts, Links.portalTicket(ticket.ref().number()), contact.email(), () -> Recipient.of(contact));
        }
    }

    private void toAssignee(TicketCard ticket, MailTemplate template, UnaryOperator<Map<String, Object>> facts) {
        Person assignee = ticket.assignee();
        if (assignee != null) {
            queue(ticket, template, facts, Links.deskTicket(ticket.ref().number()), assignee.email(), () -> Recipient.of(
                    assignee.name(), assignee.email(), assignee.language(), assignee.zone()));
        }
    }

    private void queue(
            TicketCard ticket,
            MailTemplate template,
            UnaryOperator<Map<String, Object>> facts,
            String link,
            String email,
            java.util.function.Supplier<Recipient> recipient) {
        recipient(email, recipient).ifPresent(to -> {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("summary", ticket.summary());
            all.put("link", link);
            mails.queue(MailRequest.of(template, to, facts.apply(all)).about(ticket.ref()));
        });
    }

    private static Optional<Recipient> recipient(String email, java.util.function.Supplier<Recipient> recipient) {
        try {
            return Optional.of(recipient.get());
        } catch (BusinessRuleViolation unusable) {
            LOG.warning(() -> "No mail can be sent to " + org.countersign.notification.model.CleanText.line(email, 320));
            return Optional.empty();
        }
    }
}
