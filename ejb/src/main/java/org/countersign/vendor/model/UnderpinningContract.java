package org.countersign.vendor.model;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Input;
import org.countersign.ticket.model.Priority;

/**
 * What is agreed with a vendor.
 *
 * @param reference the contract's number with the vendor, or {@code null}
 * @param calendar code of the calendar with the vendor's service hours
 * @param targets what is promised, for every priority
 * @param chaseEvery the vendor's service time after which it is chased again
 */
public record UnderpinningContract(String reference, String calendar, Map<Priority, VendorTimes> targets, Duration chaseEvery) {

    /** @throws BusinessRuleViolation as {@link Input} and {@link VendorTimes} refuse, naming the place in {@code contract} */
    public UnderpinningContract {
        reference = Input.optionalLine("contract.reference", reference, 100);
        calendar = Input.code("contract.calendar", calendar);
        Map<Priority, VendorTimes> all = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            all.put(priority, VendorTimes.require("contract.targets." + priority, targets == null ? null : targets.get(priority)));
        }
        targets = Collections.unmodifiableMap(all);
        if (chaseEvery == null) {
            throw BusinessRuleViolation.invalid("contract.chaseEvery", "required");
        }
        VendorTimes.requireInRange("contract.chaseEvery", chaseEvery);
    }

    /** Member by member, for those who tell what changed. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("reference", reference);
        map.put("calendar", calendar);
        map.put("chaseEvery", chaseEvery);
        targets.forEach((priority, times) -> {
            map.put(priority + ".response", times.response());
            map.put(priority + ".resolution", times.resolution());
        });
        return map;
    }
}
