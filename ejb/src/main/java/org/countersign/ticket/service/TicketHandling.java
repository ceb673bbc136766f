package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.countersign.customer.model.Category;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.Queue;
import org.countersign.ticket.model.Resolution;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.ResolutionProposed;
import org.countersign.ticket.model.TicketEvent.TicketAssessed;
import org.countersign.ticket.model.TicketEvent.TicketAssigned;
import org.countersign.ticket.model.TicketEvent.TicketCategorised;
import org.countersign.ticket.model.TicketEvent.TicketDeclined;
import org.countersign.ticket.model.TicketEvent.TicketMarkedDuplicate;
import org.countersign.ticket.model.TicketEvent.TicketPutOnHold;
import org.countersign.ticket.model.TicketEvent.TicketReleased;
import org.countersign.ticket.model.TicketEvent.TicketTransferred;
import org.countersign.ticket.model.TicketEvent.WorkStarted;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketState;
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
    private TurnInQueue turn;

    @Inject
    private LevelChange levels;

    @Inject
    private AccountDirectory accounts;

    @Inject
    private TicketDemands demands;

    @Inject
    private OpenVendorCases vendorCases;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** {@link #assign(String, String, String, Long)} without a reason. */
    public void assign(String number, String assignee, Long expectedVersion) {
        assign(number, assignee, null, expectedVersion);
    }

    /**
     * Gives the ticket to an agent by account name.
     *
     * @param reason why it is taken before those that came before it; asked for only where the contract has them taken in the order received
     * @throws BusinessRuleViolation {@code assignee-unknown} when there is no such agent; {@code certification-missing} when the agent holds no
     *     certificate in force that the contract demands (M119); {@code overtaking-without-reason}
     */
    public void assign(String number, String assignee, String reason, Long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = turn.find(number, caller, expectedVersion);
        Caller agent = accounts.agent(assignee)
                .orElseThrow(() -> BusinessRuleViolation.invalid("assignee", "assignee-unknown", String.valueOf(assignee)));
        requireCertified("assignee", ticket, customers.contract(ticket.contractId()), agent);
        Instant now = clock.instant();
        turn.taken(ticket, caller, reason, now);
        String from = accounts.nameOf(ticket.assigneeId());
        ticket.assign(agent.accountId(), now);
        events.fire(new TicketAssigned(ticket.ref(), from, agent.name()));
    }

    /** {@link #start(String, String, Long)} without a reason. */
    public void start(String number, Long expectedVersion) {
        start(number, null, expectedVersion);
    }

    /**
     * Handling starts; a ticket without an assignee becomes the caller's.
     *
     * @param reason as {@link #assign(String, String, String, Long)} has it
     * @throws BusinessRuleViolation {@code certification-missing} as {@link #assign(String, String, String, Long)}
     */
    public void start(String number, String reason, Long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = turn.find(number, caller, expectedVersion);
        ContractTerms agreed = terms.of(ticket);
        requireCertified(null, ticket, agreed, ticket.assigneeId() == null ? caller : accounts.byId(ticket.assigneeId()).orElse(caller));
        Instant now = clock.instant();
        turn.taken(ticket, caller, reason, now);
        ticket.start(caller.accountId(), agreed, now);
        events.fire(new WorkStarted(ticket.ref(), accounts.nameOf(ticket.assigneeId())));
    }

    private void requireCertified(String field, Ticket ticket, ContractTerms now, Caller agent) {
        List<String> missing = demands.missing(ticket, now, agent.accountId());
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            throw field == null
                    ? BusinessRuleViolation.conflict("certification-missing", agent.displayName(), names)
                    : BusinessRuleViolation.invalid(field, "certification-missing", agent.displayName(), names);
        }
    }

    /**
     * Takes the ticket that is first in line in a queue for the caller, and starts work on it. However many do so at once, each gets another.
     *
     * @param contract code of the contract
     * @param seen number of the ticket that the caller saw in front, or {@code null}: who has just taken that one asked twice, and is given
     *     it again
     * @return number of the ticket, or nothing when nobody waits
     */
    @RolesAllowed(Role.AGENT_ROLE)
    public Optional<String> takeNext(String contract, SupportLevel level, String seen) {
        Caller caller = access.caller();
        ContractTerms now = customers.contract(contract);
        if (level == null) {
            throw BusinessRuleViolation.invalid("level", "required");
        }
        Optional<Ticket> next = turn.first(new Queue(now.id(), level), now.agreement().queue().order());
        if (seen != null && !seen.isBlank() && next.map(Ticket::number).filter(seen.strip()::equals).isEmpty()) {
            Ticket before = access.find(seen.strip(), caller);
            if (before.contractId() == now.id() && Objects.equals(before.assigneeId(), caller.accountId())) {
                return Optional.of(before.number());
            }
        }
        next.ifPresent(ticket -> {
            requireCertified(null, ticket, now, caller);
            if (ticket.state() == TicketState.NEW) {
                ticket.start(caller.accountId(), terms.of(ticket), clock.instant());
                events.fire(new WorkStarted(ticket.ref(), caller.name()));
            } else {
                ticket.assign(caller.accountId(), clock.instant());
                events.fire(new TicketAssigned(ticket.ref(), null, caller.name()));
            }
        });
        return next.map(Ticket::number);
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

    /**
     * Says what kind of work the ticket is; saying the same again changes nothing.
     *
     * @param category code of one that the contract lists for tickets of this kind
     * @throws BusinessRuleViolation {@code required}; {@code category-unknown}, with those that there are; {@code categories-not-agreed}
     */
    public void categorise(String number, String category, Long expectedVersion) {
        Ticket ticket = access.find(number, access.caller(), expectedVersion);
        String from = ticket.category();
        Category said = ticket.categorise(category, terms.of(ticket), clock.instant());
        if (!said.code().equals(from)) {
            events.fire(new TicketCategorised(ticket.ref(), from, said.code(), said.title(), said.level()));
        }
    }

    /**
     * Work waits for something outside.
     *
     * @throws BusinessRuleViolation {@code hold-reason-reserved}; {@code hold-until-past}, {@code hold-until-too-far}
     */
    public void hold(String number, Hold asked, Long expectedVersion) {
        Ticket ticket = access.find(number, access.caller(), expectedVersion);
        ticket.hold(asked, terms.of(ticket), clock.instant());
        events.fire(new TicketPutOnHold(ticket.ref(), asked.reason(), asked.note(), asked.until()));
    }

    /** Work goes on; what was with the customer's own staff is taken back. */
    public void resume(String number, Long expectedVersion) {
        levels.resume(access.find(number, access.caller(), expectedVersion));
    }

    public void escalate(String number, SupportLevel level, String reason, Long expectedVersion) {
        Ticket ticket = access.find(number, access.caller(), expectedVersion);
        // Which levels the customer works, the contract may say otherwise since the ticket was last computed.
        terms.of(ticket);
        levels.escalate(ticket, level, reason);
    }

    /**
     * Proposes a solution to the customer; a ticket without an assignee becomes the caller's.
     *
     * @throws BusinessRuleViolation {@code vendor-case-open}, naming it, while the ticket is with a vendor; {@code certification-missing} as
     *     {@link #assign(String, String, String, Long)}, where it becomes the caller's
     */
    public void resolve(String number, String text, Long expectedVersion) {
        Caller caller = access.caller();
        Ticket ticket = turn.find(number, caller, expectedVersion);
        if (ticket.withVendorSince() != null) {
            throw BusinessRuleViolation.conflict("vendor-case-open", ticket.number(), String.join(", ", vendorCases.openOf(ticket.id())));
        }
        ContractTerms agreed = terms.of(ticket);
        if (ticket.assigneeId() == null) {
            requireCertified(null, ticket, agreed, caller);
        }
        Instant now = clock.instant();
        // Whoever solves what nobody has taken takes it.
        turn.taken(ticket, caller, null, now);
        Resolution resolution = ticket.resolve(text, caller.accountId(), agreed, now);
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
     * @throws BusinessRuleViolation {@code release-by-fixed-contact}, {@code release-by-desk}; {@code report-incomplete} as long as content is
     *     missing that the contract demands
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
        ContractTerms agreed = terms.of(ticket);
        if (ticket.isIncomplete()) {
            String missing = String.join(", ", ReportFields.missing(agreed.agreement().minimum(), ticket));
            throw BusinessRuleViolation.conflict("report-incomplete", missing);
        }
        ticket.release(agreed, now);
        events.fire(new TicketReleased(ticket.ref(), caller.name()));
    }
}
