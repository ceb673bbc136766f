package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.ReportSupplemented;
import org.countersign.ticket.model.TicketEvent.TicketReleased;

/** Adds to a report what the contract demands as its minimum; when it is all there, responsibility passes to the provider (M32). */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.CONTACT_ROLE})
public class TicketCompletion {

    @Inject
    private TicketAccess access;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private TicketTerms terms;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Adds what was missing. What is given is kept, also where more is missing still; once nothing is, the report enters the queue, or waits for
     * a fixed contact where the contract has it so and none of them completed it.
     *
     * @throws BusinessRuleViolation {@code completion-not-allowed} for a contact who neither reported it nor is fixed;
     *     {@code report-not-incomplete}, {@code illegal-step}; {@code environment-unknown}, {@code category-unknown}
     */
    public void complete(String number, CompleteReport given, Long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller, expectedVersion);
        boolean fixed = caller.isContact() && customers.isFixedContact(ticket.contractId(), caller.contactId());
        if (caller.isContact() && !fixed && !caller.contactId().equals(ticket.contactId())) {
            throw BusinessRuleViolation.forbidden("completion-not-allowed");
        }
        ContractTerms now = terms.of(ticket);
        Instant at = clock.instant();
        Map<String, String> fields = new LinkedHashMap<>(ReportFields.read(ticket.fields()));
        if (given.fields() != null) {
            given.fields().forEach((name, value) -> {
                if (value != null && !value.isBlank()) {
                    fields.put(name, value.strip());
                }
            });
        }
        List<String> before = ReportFields.missing(now.agreement().minimum(), ticket);
        ticket.supplement(
                new Ticket.Supplement(given.service(), given.environment(), given.category(), given.description(), ReportFields.print(fields)),
                now,
                at);
        List<String> missing = ReportFields.missing(now.agreement().minimum(), ticket);
        boolean asked = missing.isEmpty() && now.fixedContactsOnly() && !fixed && !reportedByFixedContact(ticket);
        if (missing.isEmpty()) {
            ticket.complete(asked ? TicketRegistration.AWAITING_FIXED_CONTACT : null, now, at);
        }
        String added = String.join(", ", before.stream().filter(one -> !missing.contains(one)).toList());
        events.fire(new ReportSupplemented(
                ticket.ref(),
                added,
                missing.isEmpty() ? null : String.join(", ", missing),
                caller.isContact(),
                ticket.holdReason(),
                ticket.level(),
                ticket.category()));
        if (missing.isEmpty() && !asked) {
            events.fire(new TicketReleased(ticket.ref(), caller.name()));
        }
    }

    private boolean reportedByFixedContact(Ticket ticket) {
        return ticket.contactId() == null || customers.isFixedContact(ticket.contractId(), ticket.contactId());
    }
}
