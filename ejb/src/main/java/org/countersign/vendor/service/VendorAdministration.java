package org.countersign.vendor.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.customer.model.AgreementChanges;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClock;
import org.countersign.serviceclock.model.ServiceClockRefusal;
import org.countersign.vendor.model.UnderpinningContract;
import org.countersign.vendor.model.Vendor;
import org.countersign.vendor.model.VendorAddress;
import org.countersign.vendor.model.VendorEvent.VendorRecorded;
import org.countersign.vendor.model.Vendors;

/** Records vendors and what is agreed with them. */
@Stateless
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.SYSTEM})
public class VendorAdministration {

    @Inject
    private Vendors vendors;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Records a vendor, or what it is from now on; running cases keep what was promised for them. Nothing is recorded when nothing differs.
     *
     * @param expectedVersion the version the caller saw, or {@code null} for whatever it is
     * @return whether the vendor is new
     * @throws BusinessRuleViolation {@code changed-meanwhile}, {@code calendar-unknown}, {@code vendor-time-never}, and as
     *     {@link VendorAddress} and {@link UnderpinningContract} refuse
     */
    public boolean record(RecordVendor wanted, Long expectedVersion) {
        String code = Input.code("code", wanted.code());
        VendorAddress address = new VendorAddress(wanted.email(), wanted.phone(), wanted.portal(), wanted.language());
        UnderpinningContract contract =
                new UnderpinningContract(wanted.contractReference(), wanted.calendar(), wanted.targets(), wanted.chaseEvery());
        requireReachable(contract);
        Optional<Vendor> known = vendors.lock(code);
        if (expectedVersion != null && known.map(vendor -> vendor.version() != expectedVersion).orElse(true)) {
            throw BusinessRuleViolation.stale(code);
        }
        Map<String, Object> before = known.map(Vendor::toMap).orElse(Map.of());
        Vendor vendor = known.orElseGet(() -> Vendor.record(code, wanted.name(), address, contract));
        if (known.isPresent()) {
            vendor.amend(wanted.name(), address, contract);
        } else {
            vendors.add(vendor);
        }
        List<String> changes = AgreementChanges.between(before, vendor.toMap());
        if (!changes.isEmpty()) {
            vendors.flush(vendor);
            events.fire(new VendorRecorded(code, String.join("\n", changes)));
        }
        return known.isEmpty();
    }

    /** What takes longer than ten years of the calendar can never be met. */
    private void requireReachable(UnderpinningContract contract) {
        ServiceCalendar hours = customers.findCalendar(contract.calendar())
                .orElseThrow(() -> BusinessRuleViolation.invalid("contract.calendar", "calendar-unknown", contract.calendar()));
        Instant now = clock.instant();
        contract.targets().forEach((priority, times) -> {
            requireReachable("contract.targets." + priority + ".response", hours, now, times.response());
            if (times.resolution() != null) {
                requireReachable("contract.targets." + priority + ".resolution", hours, now, times.resolution());
            }
        });
        requireReachable("contract.chaseEvery", hours, now, contract.chaseEvery());
    }

    private static void requireReachable(String place, ServiceCalendar hours, Instant now, Duration time) {
        try {
            ServiceClock.due(hours, now, time, List.of());
        } catch (ServiceClockRefusal never) {
            throw BusinessRuleViolation.invalid(place, "vendor-time-never");
        }
    }
}
