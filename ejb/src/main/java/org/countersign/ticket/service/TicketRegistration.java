package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.TicketRegistered;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.Tickets;

/** Makes tickets of reports. */
@Stateless
public class TicketRegistration {

    /** Hold reason of a report by somebody who is not a fixed contact (M97); anything else held is for the desk to decide. */
    public static final String AWAITING_FIXED_CONTACT = "AWAITING_FIXED_CONTACT";

    @Inject
    private Tickets tickets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Registers a report of a person at a screen or of another system through the API.
     *
     * @throws BusinessRuleViolation {@code not-found} for a contract that does not exist or is another organisation's;
     *     {@code contact-unknown} for a contact who is not of the contract's organisation; {@code required} and {@code too-long}
     */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.CONTACT_ROLE})
    public TicketRef register(RegisterTicket report) {
        Caller caller = currentCaller.get();
        if (report.contract() == null || report.contract().isBlank()) {
            throw BusinessRuleViolation.invalid("contract", "required");
        }
        ContractTerms terms = customers.findContract(report.contract())
                .filter(found -> !caller.isContact() || found.organisationId() == caller.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.invalid("contract", "contract-unknown", report.contract()));
        Long contactId = caller.isContact() ? caller.contactId() : contactOf(terms, report.contact());
        return add(terms, report, contactId, null, true);
    }

    /**
     * Registers a report that came in by mail or another gateway, whose sender and contract intake has found out.
     *
     * @param holdReason why it has to wait, or {@code null}
     * @param acknowledged whether the reporter is told by mail
     */
    @RolesAllowed(Role.SYSTEM)
    public TicketRef registerReceived(RegisterTicket report, long contactId, String holdReason, boolean acknowledged) {
        return add(customers.contract(report.contract()), report, contactId, holdReason, acknowledged);
    }

    private TicketRef add(ContractTerms terms, RegisterTicket report, Long contactId, String holdReason, boolean acknowledged) {
        Instant now = clock.instant();
        String hold = holdReason;
        if (hold == null && terms.fixedContactsOnly() && contactId != null && !customers.isFixedContact(terms.id(), contactId)) {
            hold = AWAITING_FIXED_CONTACT;
        }
        Ticket ticket = Ticket.register(
                terms,
                new Ticket.Report(
                        contactId,
                        report.kind(),
                        report.channel(),
                        report.summary(),
                        report.description(),
                        report.impact(),
                        report.urgency(),
                        report.service(),
                        report.environment(),
                        json(report.fields()),
                        hold,
                        report.wishedPriority(),
                        acknowledged && contactId != null),
                now);
        tickets.add(ticket);
        events.fire(new TicketRegistered(
                ticket.ref(),
                ticket.state(),
                ticket.kind(),
                ticket.priority(),
                ticket.channel(),
                contactId,
                ticket.summary(),
                hold,
                acknowledged));
        return ticket.ref();
    }

    private Long contactOf(ContractTerms terms, String email) {
        if (email == null || email.isBlank()) {
            return null;
        }
        return customers.contactByEmail(email.strip())
                .filter(contact -> contact.organisationId() == terms.organisationId())
                .map(ContactCard::id)
                .orElseThrow(() -> BusinessRuleViolation.invalid("contact", "contact-unknown", email));
    }

    private static String json(Map<String, String> fields) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        if (fields != null) {
            fields.forEach((name, value) -> {
                if (value != null) {
                    object.add(name, value);
                }
            });
        }
        return object.build().toString();
    }
}
