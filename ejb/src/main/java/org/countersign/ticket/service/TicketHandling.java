package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.Resolution;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.ResolutionProposed;
import org.countersign.ticket.model.TicketEvent.TicketAssessed;
import org.countersign.ticket.model.TicketEvent.TicketAssigned;
import org.countersign.ticket.model.TicketEvent.TicketDeclined;
import org.countersign.ticket.model.TicketEvent.TicketMarkedDuplicate;
import org.countersign.ticket.model.TicketEvent.TicketPutOnHold;
import org.countersign.ticket.model.TicketEvent.TicketReleased;
import org.countersign.ticket.model.TicketEvent.TicketResumed;
import org.countersign.ticket.model.TicketEvent.TicketTransferred;
import org.countersign.ticket.model.TicketEvent.WorkStarted;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.model.Urgency;

/**
 * The desk's steps in a ticket's life. {@code expectedVersion} is the version the caller saw, or {@code null} for whatever it is; every step
 * throws {@code not-found}, {@code changed-meanwhile} or {@code illegal-step} as {@link TicketAccess} and {@link Ticket} tell.
 */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE})
public class TicketHandling {

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
    private AccountDirectory accounts;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Gives the ticket to an agent by account name.
     *
     * @throws BusinessRuleViolation {@code assignee-unknown} when there is no such agent
     */
    public void assign(String number, String assignee, Long expectedVersion) {
        Ticket ticket = access.find(number, access.caller(), expectedVersion);
        Caller agent = accounts.agent(assignee)
                .orElseThrow(() -> BusinessRuleViolation.invalid("assignee", "assignee-unknown", String.valueOf(assignee)));
        String from = accounts.nameOf(ticket.assigneeId());
        ticket.assign(agent.accountId(), clock.instant());
        events.fire(new TicketAssigned(ticket.ref(), from, agent.name()));
    }

    /** Handling starts; a ticket without an assignee becomes the caller's. */
    public void start(String number, Long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller, expectedVersion);
        ticket.start(caller.accountId(), terms.of(ticket), clock.instant());
        events.fire(new WorkStarted(ticket.ref(), accounts.nameOf(ticket.assigneeId())));
    }

    /**
     * Judges anew what the ticket is; {@code null} leaves as it is. The customer's own wish stays what it was.
     *
     * @throws BusinessRuleViolation {@code required} when nothing is given
     */
    public void assess(String number, TicketKind kind, Impact impact, Urgency urgency, Long expectedVersion) {
        Ticket ticket = access.find(number, access.caller(), expectedVersion);
        if (kind == null && impact == null && urgency == null) {
            throw BusinessRuleViolation.invalid("impact", "required");
        }
        ContractTerms now = terms.of(ticket);
        Priority from = ticket.priority();
        ticket.assess(kind, impact, urgency, now, clock.instant());
        events.fire(new TicketAssessed(ticket.ref(), ticket.kind(), ticket.impact(), ticket.urgency(), from, ticket.priority()));
    }

    public void hold(String number, HoldReason reason, String note, Long expectedVersion) {
        Ticket ticket = access.find(number, access.caller(), expectedVersion);
        ticket.hold(reason, note, terms.of(ticket), clock.instant());
        events.fire(new TicketPutOnHold(ticket.ref(), reason, note));
    }

    /** Work goes on; what was with the customer's own staff is taken back. */
    public void resume(String number, Long expectedVersion) {
        Ticket ticket = access.find(number, access.caller(), expectedVersion);
        ContractTerms now = terms.of(ticket);
        if (ticket.isWithCustomer(now.agreement())) {
            levels.handBack(ticket, now, false);
            return;
        }
        ticket.resume(now, clock.instant());
        events.fire(new TicketResumed(ticket.ref()));
    }

    public void escalate(String number, SupportLevel level, String reason, Long expectedVersion) {
        levels.escalate(access.find(number, access.caller(), expectedVersion), level, reason);
    }

    /** Proposes a solution to the customer. */
    public void resolve(String number, String text, Long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller, expectedVersion);
        Resolution resolution = ticket.resolve(text, caller.accountId(), terms.of(ticket), clock.instant());
        tickets.flush();
        events.fire(new ResolutionProposed(ticket.ref(), resolution.id(), resolution.ordinal(), resolution.text()));
    }

    /**
     * A report of the same customer's that is the same as another.
     *
     * @param original number of the other ticket
     */
    public void linkDuplicate(String number, String original, Long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller, expectedVersion);
        Ticket other = access.find(original == null ? "" : original.strip(), caller);
        ticket.linkDuplicate(other, clock.instant());
        events.fire(new TicketMarkedDuplicate(ticket.ref(), other.number()));
    }

    public void transfer(String number, String to, String reason, Long expectedVersion) {
        Ticket ticket = access.find(number, access.caller(), expectedVersion);
        ticket.transfer(to, reason, clock.instant());
        events.fire(new TicketTransferred(ticket.ref(), to, reason));
    }

    /** A held report is not taken on. */
    public void decline(String number, String reason, Long expectedVersion) {
        Ticket ticket = access.find(number, access.caller(), expectedVersion);
        ticket.decline(reason, clock.instant());
        events.fire(new TicketDeclined(ticket.ref(), reason));
    }

    /**
     * A held report enters the queue. What waits for a fixed contact is released by a fixed contact only (M97); what waits for the desk,
     * by the desk.
     *
     * @throws BusinessRuleViolation {@code release-by-fixed-contact}
     */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.CONTACT_ROLE})
    public void release(String number, Long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = access.find(number, caller, expectedVersion);
        boolean fixedContact = caller.isContact() && customers.isFixedContact(ticket.contractId(), caller.contactId());
        boolean forFixedContact = TicketRegistration.AWAITING_FIXED_CONTACT.equals(ticket.holdReason());
        if (forFixedContact ? !fixedContact : caller.isContact()) {
            throw BusinessRuleViolation.forbidden(forFixedContact ? "release-by-fixed-contact" : "release-by-desk");
        }
        Instant now = clock.instant();
        ticket.release(terms.of(ticket), now);
        events.fire(new TicketReleased(ticket.ref(), caller.name()));
    }
}
