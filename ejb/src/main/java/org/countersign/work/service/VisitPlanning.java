package org.countersign.work.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.service.TicketDirectory;
import org.countersign.work.model.OnSiteVisit;
import org.countersign.work.model.WorkEvent.VisitApproved;
import org.countersign.work.model.WorkEvent.VisitDeclined;
import org.countersign.work.model.WorkEvent.VisitProposed;
import org.countersign.work.model.WorkLedger;

/** Visits at the customer's: proposed by the desk, decided by the customer, one by one (M72, M75). */
@Stateless
public class VisitPlanning {

    @Inject
    private WorkLedger ledger;

    @Inject
    private TicketDirectory tickets;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private CustomerVoice voice;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Proposes a visit for a ticket.
     *
     * @return the visit's id
     * @throws BusinessRuleViolation {@code not-found}; else as {@link OnSiteVisit#propose}
     */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE})
    public long propose(String ticketNumber, Instant plannedAt, String purpose) {
        Caller caller = currentCaller.get();
        TicketRef ticket = tickets.ref(ticketNumber);
        OnSiteVisit visit = OnSiteVisit.propose(ticket, plannedAt, purpose, caller.accountId(), clock.instant());
        ledger.add(visit);
        ledger.flush();
        events.fire(new VisitProposed(ticket, visit.id(), visit.plannedAt(), visit.purpose()));
        return visit.id();
    }

    /**
     * The customer agrees.
     *
     * @throws BusinessRuleViolation {@code visit-decision-not-allowed} unless the caller is a fixed contact or may accept under the
     *     contract; {@code visit-already-decided}; {@code changed-meanwhile}; {@code not-found}
     */
    @RolesAllowed(Role.CONTACT_ROLE)
    public void approve(long visitId, Long expectedVersion) {
        Caller caller = currentCaller.get();
        OnSiteVisit visit = decidable(visitId, caller, expectedVersion);
        visit.approve(caller.contactId(), clock.instant());
        ledger.flush();
        events.fire(new VisitApproved(ticketOf(visit), visitId, visit.plannedAt(), caller.contactId()));
    }

    /**
     * The customer does not agree.
     *
     * @throws BusinessRuleViolation as {@link #approve}, and {@code required} without a reason
     */
    @RolesAllowed(Role.CONTACT_ROLE)
    public void decline(long visitId, String reason, Long expectedVersion) {
        Caller caller = currentCaller.get();
        OnSiteVisit visit = decidable(visitId, caller, expectedVersion);
        visit.decline(caller.contactId(), reason, clock.instant());
        ledger.flush();
        events.fire(new VisitDeclined(ticketOf(visit), visitId, visit.plannedAt(), caller.contactId(), visit.decisionNote()));
    }

    private OnSiteVisit decidable(long visitId, Caller caller, Long expectedVersion) {
        OnSiteVisit visit = ledger.lockVisit(visitId)
                .filter(found -> caller.isContact() && found.organisationId() == caller.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.notFound("visit", visitId));
        if (expectedVersion != null && expectedVersion != visit.version()) {
            throw BusinessRuleViolation.stale("visit");
        }
        if (!voice.speaksFor(caller, visit.contractId(), visit.organisationId())) {
            throw BusinessRuleViolation.forbidden("visit-decision-not-allowed");
        }
        return visit;
    }

    private TicketRef ticketOf(OnSiteVisit visit) {
        return tickets.byId(visit.ticketId())
                .orElseThrow(() -> BusinessRuleViolation.notFound("ticket", visit.ticketId()));
    }
}
