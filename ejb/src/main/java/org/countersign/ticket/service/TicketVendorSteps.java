package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.TicketEscalated;
import org.countersign.ticket.model.Tickets;

/**
 * A ticket goes to a vendor and comes back. Both lock its row until the transaction ends, so that neither passes the other, nor a resolution:
 * the row says since when the ticket is with a vendor.
 */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE})
public class TicketVendorSteps {

    @Inject
    private Tickets tickets;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * The ticket is with a vendor from now on, at level VENDOR.
     *
     * @param reason of the escalation, which is recorded unless the ticket is at level VENDOR already
     * @param expectedVersion the version the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code vendor-case-needs-work} unless somebody may work on it; {@code not-found}, {@code changed-meanwhile}
     */
    public TicketAtVendor send(String number, String reason, Long expectedVersion) {
        String clean = number == null ? "" : number.strip();
        Ticket ticket = tickets.lock(clean).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", clean));
        if (expectedVersion != null && expectedVersion != ticket.version()) {
            throw BusinessRuleViolation.stale(clean);
        }
        Instant now = clock.instant();
        Instant before = ticket.withVendorSince();
        SupportLevel from = ticket.level();
        ticket.sendToVendor(reason, now);
        if (from != ticket.level()) {
            events.fire(new TicketEscalated(ticket.ref(), from, ticket.level(), reason));
        }
        return new TicketAtVendor(ticket.ref(), ticket.priority(), now, before);
    }

    /** Locks a ticket of which a case is about to change. */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.SYSTEM})
    public void lock(long ticketId) {
        tickets.lock(ticketId).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", ticketId));
    }

    /** @param since since when the ticket's oldest running case is open, or {@code null} when none is left */
    public void back(long ticketId, Instant since) {
        tickets.lock(ticketId)
                .orElseThrow(() -> BusinessRuleViolation.notFound("ticket", ticketId))
                .backFromVendor(since, clock.instant());
    }
}
