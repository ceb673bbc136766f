package org.countersign.ticket.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.Category;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.ticket.model.Acceptance;
import org.countersign.ticket.model.Resolution;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketAction;
import org.countersign.ticket.model.Tickets;

/** Finds the ticket a call is about, for callers who may know of it, and says what they may do with it; the one place that decides this. */
@ApplicationScoped
class TicketAccess {

    @Inject
    private Tickets tickets;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    Caller caller() {
        return currentCaller.get();
    }

    /**
     * The ticket.
     *
     * @throws BusinessRuleViolation {@code not-found} when there is none, or it is another organisation's: the same answer
     */
    Ticket find(String number, Caller caller) {
        return visible(tickets.byNumber(number), number, caller);
    }

    private static Ticket visible(Optional<Ticket> found, String number, Caller caller) {
        return found
                .filter(ticket -> !caller.isContact() || ticket.organisationId() == caller.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.notFound("ticket", number));
    }

    /**
     * The ticket as it is now, for a step: nobody else changes it until the transaction ends, so that who names no version is never refused
     * because a rule of the contract, or a mail, was faster.
     *
     * @param expectedVersion what the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code changed-meanwhile}
     */
    Ticket find(String number, Caller caller, Long expectedVersion) {
        Ticket ticket = visible(tickets.lock(number), number, caller);
        if (expectedVersion != null && expectedVersion != ticket.version()) {
            throw BusinessRuleViolation.stale(number);
        }
        return ticket;
    }

    /**
     * The ticket as its page shows it to the caller.
     *
     * @param fixed whether the caller is a fixed contact of the contract
     */
    TicketDetails show(Ticket ticket, TicketViews.Facts facts, Caller caller, boolean fixed) {
        Resolution resolution = ticket.resolution();
        Acceptance acceptance = ticket.acceptance();
        boolean reporter = caller.isContact() && caller.contactId().equals(ticket.contactId());
        boolean forFixedContact = TicketRegistration.AWAITING_FIXED_CONTACT.equals(ticket.holdReason());
        Optional<ServiceAgreement> agreed = ticket.state().isOpen() || ticket.category() != null ? Optional.of(agreement(ticket)) : Optional.empty();
        boolean withCustomer = agreed.filter(ticket::isWithCustomer).isPresent();
        Optional<Category> category = agreed.flatMap(agreement -> agreement.categories().find(ticket.category()));
        List<String> missing = ticket.isIncomplete() ? ReportFields.missing(agreed.orElseThrow().minimum(), ticket) : List.of();
        boolean mayRelease = ticket.state().legalActions().contains(TicketAction.RELEASE)
                && !ticket.isIncomplete()
                && (forFixedContact ? fixed : caller.has(Role.AGENT) || caller.has(Role.MANAGER));
        return new TicketDetails(
                ticket.id(),
                ticket.number(),
                ticket.kind(),
                ticket.state(),
                ticket.priority(),
                ticket.impact(),
                ticket.urgency(),
                ticket.wishedPriority(),
                ticket.level(),
                ticket.category(),
                category.map(Category::title).orElse(ticket.category()),
                category.map(Category::level).orElse(null),
                facts.contract() + "/" + ticket.level(),
                ticket.id(),
                ticket.contractId(),
                facts.contract(),
                facts.contractName(),
                facts.organisation(),
                facts.contactName() == null ? null : new TicketDetails.Person(null, facts.contactName(), facts.contactEmail()),
                facts.assignee() == null ? null : new TicketDetails.Person(facts.assignee(), facts.assigneeName(), null),
                facts.manager() == null ? null : new TicketDetails.Person(facts.manager(), facts.managerName(), null),
                ticket.channel(),
                ticket.summary(),
                ticket.description(),
                ticket.service(),
                ticket.environment(),
                ReportFields.read(ticket.fields()),
                ticket.holdReason(),
                ticket.holdUntil(),
                missing,
                ticket.receivedAt(),
                ticket.responseDue(),
                ticket.respondedAt(),
                ticket.updateDue(),
                ticket.resolutionDue(),
                ticket.resolvedAt(),
                ticket.closedAt(),
                ticket.updatedAt(),
                ticket.rejections(),
                ticket.breached(clock.instant()),
                resolution == null
                        ? null
                        : new TicketDetails.ProposedResolution(
                                resolution.ordinal(), resolution.text(), facts.proposedBy(), resolution.proposedAt()),
                acceptance == null
                        ? null
                        : new TicketDetails.AcceptanceRecord(
                                facts.acceptedBy(),
                                acceptance.acceptedAt(),
                                acceptance.manner(),
                                acceptance.comment(),
                                acceptance.authorisationId()),
                facts.duplicateOf(),
                ticket.transferredTo(),
                ticket.endReason(),
                ticket.withVendorSince(),
                legalActions(ticket, withCustomer, agreed.filter(agreement -> !agreement.categories().isEmpty()).isPresent()),
                caller.isContact() && customers.authorisationInForce(ticket.contractId(), caller.contactId()).isPresent(),
                fixed || reporter,
                mayRelease,
                ticket.isIncomplete() && (!caller.isContact() ? caller.has(Role.AGENT) || caller.has(Role.MANAGER) : fixed || reporter),
                withCustomer,
                fixed && withCustomer,
                ticket.version());
    }

    /** What the ticket follows is known to the node as a rule, without asking the database. */
    private ServiceAgreement agreement(Ticket ticket) {
        return customers.agreedThen(ticket.contractId(), ticket.contractVersion(), ticket.calendarRevision()).agreement();
    }

    private static List<TicketAction> legalActions(Ticket ticket, boolean withCustomer, boolean categorised) {
        return ticket.legalActions().stream()
                .filter(action -> action != TicketAction.HAND_BACK || withCustomer)
                .filter(action -> action != TicketAction.CATEGORISE || categorised)
                .filter(action -> action != TicketAction.COMPLETE || ticket.isIncomplete())
                .filter(action -> action != TicketAction.RELEASE || !ticket.isIncomplete())
                .toList();
    }
}
