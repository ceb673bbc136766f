package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.escalation.model.EscalationEvent.EscalationFired;
import org.countersign.escalation.service.EscalationAnnouncer;
import org.countersign.escalation.service.EscalationWords;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.CleanText;
import org.countersign.notification.model.Links;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.TicketCard;
import org.countersign.notification.model.TicketCards;
import org.countersign.ticket.model.TicketEvent.ManagerNamed;
import org.countersign.ticket.model.TicketRef;

/** Tells the staff of escalations, as the contract says: the people of a role, and who answers for the ticket from now on. */
@ApplicationScoped
public class EscalationNotifications implements EscalationAnnouncer {

    private static final Logger LOG = Logger.getLogger(EscalationNotifications.class.getName());

    @Inject
    private AccountDirectory accounts;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private TicketCards tickets;

    @Inject
    private MailSender mails;

    @Override
    public void announce(List<EscalationFired> fired) {
        Map<Role, List<Caller>> people = new EnumMap<>(Role.class);
        fired.stream().flatMap(event -> event.roles().stream()).forEach(role -> people.computeIfAbsent(role, accounts::active));
        Map<String, String> managers =
                accounts.displayNames(fired.stream().map(EscalationFired::manager).filter(Objects::nonNull).collect(Collectors.toSet()));
        mails.queueAll(fired.stream().flatMap(event -> mails(event, people, managers)).toList());
    }

    private static Stream<MailRequest> mails(EscalationFired event, Map<Role, List<Caller>> people, Map<String, String> managers) {
        // The event says it all: nothing has to be read of a ticket that is only being written.
        TicketCard ticket =
                new TicketCard(event.ticket(), event.summary(), event.priority(), null, event.resolutionDue(), null, null);
        return event.roles().stream().flatMap(role -> people.get(role).stream()).distinct().flatMap(person -> {
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("when", EscalationWords.when(Locale.forLanguageTag(person.language()), event.trigger()));
            more.put("lacking", EscalationWords.reason(Locale.forLanguageTag(person.language()), event.lacking()));
            more.put("level", event.raisedTo());
            more.put("manager", event.manager() == null ? null : managers.getOrDefault(event.manager(), event.manager()));
            return mail(MailTemplate.ESCALATED_STAFF, ticket, event.contract(), event.rule(), person, more).stream();
        });
    }

    void named(@Observes ManagerNamed event) {
        accounts.activeStaff(event.to())
                .flatMap(person -> mail(
                        MailTemplate.MANAGER_NAMED,
                        card(event.ticket()),
                        customers.contract(event.contractId()).code(),
                        event.reason(),
                        person,
                        Map.of()))
                .ifPresent(mails::queue);
    }

    private static Optional<MailRequest> mail(
            MailTemplate template, TicketCard ticket, String contract, String rule, Caller person, Map<String, Object> more) {
        return recipient(person).map(to -> {
            Map<String, Object> facts = new LinkedHashMap<>(more);
            facts.put("summary", ticket.summary());
            facts.put("contract", contract);
            facts.put("rule", rule);
            facts.put("priority", ticket.priority());
            facts.put("resolutionDue", ticket.resolutionDue());
            facts.put("link", Links.deskTicket(ticket.ref().number()));
            return MailRequest.of(template, to, facts).about(ticket.ref());
        });
    }

    private TicketCard card(TicketRef ticket) {
        return tickets.card(ticket.id()).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", ticket.number()));
    }

    private static Optional<Recipient> recipient(Caller person) {
        try {
            return Optional.of(Recipient.of(person.displayName(), person.email(), person.language(), person.zone()));
        } catch (BusinessRuleViolation unusable) {
            LOG.warning(() -> "No mail can be sent to " + CleanText.line(person.email(), 320));
            return Optional.empty();
        }
    }
}
