package org.countersign.vendor.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.countersign.customer.model.CustomerEvent.CalendarRecorded;
import org.countersign.customer.model.CustomerEvent.CalendarWithdrawn;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.ticket.service.TicketDirectory;
import org.countersign.vendor.model.Vendor;
import org.countersign.vendor.model.VendorCase;
import org.countersign.vendor.model.VendorCases;
import org.countersign.vendor.model.VendorEvent.VendorClockMoved;
import org.countersign.vendor.model.Vendors;

/** The service hours of vendors. Running cases follow a calendar that is recorded anew, or of which a version is withdrawn, in the same transaction. */
@ApplicationScoped
public class VendorHours {

    @Inject
    private CustomerDirectory customers;

    @Inject
    private VendorCases cases;

    @Inject
    private Vendors vendors;

    @Inject
    private TicketDirectory tickets;

    @Inject
    private Event<DomainEvent> events;

    ServiceCalendar of(String calendar) {
        return customers.findCalendar(calendar).orElseThrow(() -> BusinessRuleViolation.notFound("calendar", calendar));
    }

    void recorded(@Observes CalendarRecorded event) {
        follow(event.code(), String.valueOf(event.version()));
    }

    void withdrawn(@Observes CalendarWithdrawn event) {
        follow(event.code(), event.version() + " → " + event.withdrawal());
    }

    private void follow(String calendar, String version) {
        List<VendorCase> running = cases.running(calendar);
        if (running.isEmpty()) {
            return;
        }
        ServiceCalendar hours = of(calendar);
        for (VendorCase each : running) {
            List<String> moved = each.follow(hours);
            if (!moved.isEmpty()) {
                events.fire(new VendorClockMoved(
                        tickets.byId(each.ticketId()).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", each.ticketId())),
                        each.number(),
                        vendors.byId(each.vendorId()).map(Vendor::code).orElse(null),
                        "CALENDAR " + calendar + " " + version,
                        String.join("\n", moved)));
            }
        }
    }
}
