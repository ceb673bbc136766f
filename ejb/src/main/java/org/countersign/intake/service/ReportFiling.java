package org.countersign.intake.service;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.model.ContractTerms;
import org.countersign.identity.model.Role;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.MailAttachment;
import org.countersign.intake.model.ReportDraft;
import org.countersign.intake.model.TicketReference;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Text;
import org.countersign.ticket.model.TicketAttachment;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.Urgency;
import org.countersign.ticket.service.KnownTicket;
import org.countersign.ticket.service.RegisterTicket;
import org.countersign.ticket.service.TicketConversation;
import org.countersign.ticket.service.TicketDirectory;
import org.countersign.ticket.service.TicketRegistration;

/**
 * The one place where intake acts on the system's behalf: a mail server that hands in a report, and a person who decides about one, may not
 * write in a customer's name, the system may. Who may ask for it is checked by the services that do.
 */
@Stateless
@RunAs(Role.SYSTEM)
@DeclareRoles(Role.SYSTEM)
@RolesAllowed({Role.MAIL_GATEWAY_ROLE, Role.ADMIN_ROLE, Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.SYSTEM})
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ReportFiling {

    private static final int MOST_CANDIDATES = 5;
    private static final int MOST_FILES = 100;

    private static final ReportDraft.Limits LIMITS =
            new ReportDraft.Limits(Text.SUMMARY, Text.LONG, TicketAttachment.MAXIMUM_SIZE, MOST_FILES);

    @Inject
    private TicketDirectory tickets;

    @Inject
    private TicketRegistration registration;

    @Inject
    private TicketConversation conversation;

    /** The ticket that a mail speaks of: one of the organisation before any other, the most deliberate mention first. */
    public Optional<KnownTicket> namedIn(IncomingMail mail, long organisationId) {
        List<KnownTicket> named = TicketReference.candidates(mail).stream()
                .limit(MOST_CANDIDATES)
                .flatMap(number -> tickets.find(number).stream())
                .toList();
        return named.stream()
                .filter(ticket -> ticket.ref().organisationId() == organisationId)
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /** The ticket with this number. */
    public Optional<KnownTicket> find(String number) {
        return tickets.find(number);
    }

    /**
     * Makes a ticket of a mail.
     *
     * @param holdReason why it has to wait, or {@code null}
     * @param followUpOf number of an ended ticket that it goes on from, or {@code null}
     * @param answer whether the sender may be told by mail
     */
    public TicketRef register(
            IncomingMail mail, ContactCard contact, ContractTerms terms, String holdReason, String followUpOf, boolean answer) {
        Locale locale = Texts.supported(Locale.forLanguageTag(contact.language()));
        ReportDraft draft = ReportDraft.ofReport(mail, locale, LIMITS, TicketAttachment.MAXIMUM_PER_TICKET);
        Map<String, String> fields = new LinkedHashMap<>();
        String text = draft.text();
        if (followUpOf != null) {
            fields.put("followUpOf", followUpOf);
            text = Texts.find(locale, "intake.follow-up-of", followUpOf).orElse(followUpOf) + "\n\n" + text;
        }
        TicketRef ticket = registration.registerReceived(
                new RegisterTicket(
                        terms.code(),
                        contact.email(),
                        TicketKind.INCIDENT,
                        draft.summary(),
                        text,
                        Impact.MEDIUM,
                        Urgency.MEDIUM,
                        Channel.EMAIL,
                        null,
                        null,
                        fields),
                contact.id(),
                holdReason,
                answer);
        attach(draft, ticket, contact);
        return ticket;
    }

    /** Writes a mail onto the board of a ticket, in the name of the contact. */
    public TicketRef append(IncomingMail mail, ContactCard contact, KnownTicket ticket) {
        Locale locale = Texts.supported(Locale.forLanguageTag(contact.language()));
        ReportDraft draft =
                ReportDraft.ofAnswer(mail, locale, LIMITS, TicketAttachment.MAXIMUM_PER_TICKET - ticket.attachedBytes());
        conversation.append(ticket.ref().id(), contact.id(), draft.text(), Channel.EMAIL);
        attach(draft, ticket.ref(), contact);
        return ticket.ref();
    }

    private void attach(ReportDraft draft, TicketRef ticket, ContactCard contact) {
        for (MailAttachment file : draft.files()) {
            conversation.attachReceived(ticket.id(), contact.id(), file.name(), file.type(), file.content());
        }
    }
}
