package org.countersign.vendor.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.ticket.service.TicketDirectory;
import org.countersign.vendor.model.Vendor;
import org.countersign.vendor.model.VendorCase;
import org.countersign.vendor.model.VendorCaseEntry;
import org.countersign.vendor.model.VendorCases;
import org.countersign.vendor.model.VendorEvent.ChasedParties;
import org.countersign.vendor.model.VendorEvent.VendorChased;
import org.countersign.vendor.model.Vendors;

/**
 * Chases vendors that are late. A case is claimed, its chaser written and told in one transaction: on two nodes, or with a clock that goes
 * back, each chaser goes out once.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class VendorChaserSweep {

    /** Cases of one transaction. */
    static final int BATCH = 50;

    @Inject
    private VendorCases cases;

    @Inject
    private Vendors vendors;

    @Inject
    private VendorHours hours;

    @Inject
    private TicketDirectory tickets;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** @return how many chasers went out; fewer than {@value #BATCH} when none is left that is due */
    public int chase() {
        Instant now = clock.instant();
        Map<String, ServiceCalendar> calendars = new HashMap<>();
        List<VendorCase> due = cases.claimToChase(now, BATCH);
        for (VendorCase late : due) {
            Vendor vendor = vendors.byId(late.vendorId()).orElseThrow(() -> BusinessRuleViolation.notFound("vendor", late.vendorId()));
            Instant owed = owed(late, now);
            VendorCaseEntry chaser =
                    late.chase(vendor.address().email(), calendars.computeIfAbsent(late.calendar(), hours::of), now);
            events.fire(new VendorChased(
                    tickets.byId(late.ticketId()).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", late.ticketId())),
                    late.number(),
                    vendor.code(),
                    late.chasers(),
                    chaser.ordinal(),
                    chaser.reason(),
                    chaser.mailedTo(),
                    late.chaseAt(),
                    new ChasedParties(
                            late.ownerId(), vendor.name(), vendor.address(), late.subject(), late.reference(), late.openedAt(), owed)));
        }
        return due.size();
    }

    /** What the vendor is late with, or {@code null} where it is only asked how far it is. */
    private static Instant owed(VendorCase late, Instant now) {
        if (late.resolutionDue() != null && !now.isBefore(late.resolutionDue())) {
            return late.resolutionDue();
        }
        return late.respondedAt() == null ? late.responseDue() : null;
    }
}
