package org.countersign.vendor.service;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.util.List;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.TicketEvent.TicketMarkedDuplicate;
import org.countersign.ticket.model.TicketEvent.TicketTransferred;
import org.countersign.ticket.model.TicketEvent.TicketWithdrawn;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.TicketState;
import org.countersign.vendor.model.Vendor;
import org.countersign.vendor.model.VendorCase;
import org.countersign.vendor.model.VendorCaseState;
import org.countersign.vendor.model.VendorCases;
import org.countersign.vendor.model.VendorEvent.VendorCaseWithdrawn;
import org.countersign.vendor.model.Vendors;

/**
 * A ticket that ends unsolved takes its vendor cases with it, in the same transaction: no vendor is asked about what nobody wants solved. The
 * step that ends the ticket has locked its row, so that no case is opened or ended meanwhile. A declined report has none: nobody worked on it.
 */
@ApplicationScoped
public class EndedTickets {

    /** After all others: the history says that the ticket ended before it says that its cases did. */
    private static final int LATE = Interceptor.Priority.LIBRARY_AFTER;

    @Inject
    private VendorCases cases;

    @Inject
    private Vendors vendors;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    void withdrawn(@Observes @Priority(LATE) TicketWithdrawn event) {
        end(event.ticket(), TicketState.WITHDRAWN, event.reason());
    }

    void duplicate(@Observes @Priority(LATE) TicketMarkedDuplicate event) {
        end(event.ticket(), TicketState.DUPLICATE, event.of());
    }

    void transferred(@Observes @Priority(LATE) TicketTransferred event) {
        end(event.ticket(), TicketState.TRANSFERRED, event.reason());
    }

    private void end(TicketRef ticket, TicketState state, String why) {
        List<VendorCase> running = cases.lockRunning(ticket.id());
        for (VendorCase ending : running) {
            Vendor vendor = vendors.byId(ending.vendorId()).orElseThrow(() -> BusinessRuleViolation.notFound("vendor", ending.vendorId()));
            VendorCaseState before = ending.state();
            ending.endWithTicket(state, why, currentCaller.get().accountId(), vendor.address().email(), clock.instant());
            events.fire(new VendorCaseWithdrawn(
                    ticket, ending.number(), vendor.code(), before, state, ending.ending(), ending.endingMailedTo(),
                    VendorCaseHandling.letter(vendor, ending, null)));
        }
    }
}
