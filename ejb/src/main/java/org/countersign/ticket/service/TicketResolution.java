package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Acceptance;
import org.countersign.ticket.model.AcceptanceManner;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Resolution;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.MessagePosted;
import org.countersign.ticket.model.TicketEvent.ResolutionAccepted;
import org.countersign.ticket.model.TicketEvent.ResolutionRejected;
import org.countersign.ticket.model.TicketEvent.TicketWithdrawn;
import org.countersign.ticket.model.TicketMessage;
import org.countersign.ticket.model.Tickets;

/** The customer's word on a proposed solution. Who speaks comes from the security context, never from the call. */
@Stateless
@RolesAllowed(Role.CONTACT_ROLE)
public class TicketResolution {

    @Inject
    private TicketAccess access;

    @Inject
    private Tickets tickets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private TicketTerms terms;

    @Inject
    private LevelChange levels;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Accepts the proposed solution; the ticket closes.
     *
     * @param expectedVersion the version that the caller saw
     * @throws BusinessRuleViolation {@code acceptance-not-authorised} unless the caller holds the authority to accept under the ticket's
     *     contract now; {@code illegal-step}; {@code changed-meanwhile}; {@code not-found}
     */
    public void accept(String number, String comment, AcceptanceManner manner, long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller, expectedVersion);
        AuthorisationInForce authorisation = authorisation(ticket, caller);
        Acceptance acceptance = ticket.accept(authorisation, manner, comment, clock.instant());
        tickets.flush();
        events.fire(new ResolutionAccepted(
                ticket.ref(), ticket.resolution().id(), acceptance.contactId(), authorisation.id(), manner));
    }

    /**
     * Rejects the proposed solution with a reason; the ticket goes back to work.
     *
     * @throws BusinessRuleViolation as {@link #accept}, and {@code required} without a reason
     */
    public void reject(String number, String reason, long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller, expectedVersion);
        if (!isReporter(ticket, caller)) {
            authorisation(ticket, caller);
        }
        Resolution rejected = ticket.reject(caller.contactId(), reason, terms.of(ticket), clock.instant());
        events.fire(new ResolutionRejected(ticket.ref(), rejected.id(), caller.contactId(), reason));
    }

    /**
     * Takes a report back; by its reporter or a fixed contact only.
     *
     * @throws BusinessRuleViolation {@code withdrawal-not-allowed}
     */
    public void withdraw(String number, String reason, Long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller, expectedVersion);
        if (!isReporter(ticket, caller) && !customers.isFixedContact(ticket.contractId(), caller.contactId())) {
            throw BusinessRuleViolation.forbidden("withdrawal-not-allowed");
        }
        ticket.withdraw(reason, clock.instant());
        events.fire(new TicketWithdrawn(ticket.ref(), caller.contactId(), reason));
    }

    /**
     * Gives back, with an answer, what came to a level that the customer's own staff works; by a fixed contact.
     *
     * @throws BusinessRuleViolation {@code hand-back-not-allowed}, {@code not-with-customer}, {@code illegal-step}, {@code required}
     */
    public void handBack(String number, String answer, Channel channel, Long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller, expectedVersion);
        if (!customers.isFixedContact(ticket.contractId(), caller.contactId())) {
            throw BusinessRuleViolation.forbidden("hand-back-not-allowed");
        }
        ContractTerms now = terms.of(ticket);
        TicketMessage message = TicketMessage.byContact(ticket.id(), caller.contactId(), channel, answer, clock.instant());
        levels.handBack(ticket, now, true);
        tickets.add(message);
        events.fire(new MessagePosted(ticket.ref(), message.id(), message.visibility(), channel, true));
    }

    private AuthorisationInForce authorisation(Ticket ticket, Caller caller) {
        return customers.authorisationInForce(ticket.contractId(), caller.contactId())
                .orElseThrow(() -> BusinessRuleViolation.forbidden("acceptance-not-authorised"));
    }

    private static boolean isReporter(Ticket ticket, Caller caller) {
        return caller.contactId().equals(ticket.contactId());
    }
}
