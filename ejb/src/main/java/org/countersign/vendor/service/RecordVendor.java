package org.countersign.vendor.service;

import java.time.Duration;
import java.util.Map;
import org.countersign.ticket.model.Priority;
import org.countersign.vendor.model.VendorTimes;

/**
 * A vendor as somebody gives it, as a whole.
 *
 * @param contractReference the underpinning contract's number with the vendor, or {@code null}
 * @param calendar code of the calendar with its service hours
 * @param targets for every priority
 */
public record RecordVendor(
        String code,
        String name,
        String email,
        String phone,
        String portal,
        String language,
        String contractReference,
        String calendar,
        Map<Priority, VendorTimes> targets,
        Duration chaseEvery) {}
