package org.countersign.vendor.model;

import java.time.Duration;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What a vendor promises for one priority, in its service time.
 *
 * @param response until it first answers
 * @param resolution until the solution, or {@code null} when none is promised
 */
public record VendorTimes(Duration response, Duration resolution) {

    /** A year; longer than anybody waits. */
    static final Duration LONGEST = Duration.ofDays(365);

    /** @throws BusinessRuleViolation {@code required}, {@code vendor-time-out-of-range}, {@code vendor-times-out-of-order}; {@code place} is named */
    static VendorTimes require(String place, VendorTimes times) {
        if (times == null || times.response == null) {
            throw BusinessRuleViolation.invalid(place + ".response", "required");
        }
        requireInRange(place + ".response", times.response);
        if (times.resolution != null) {
            requireInRange(place + ".resolution", times.resolution);
            if (times.resolution.compareTo(times.response) < 0) {
                throw BusinessRuleViolation.invalid(place + ".resolution", "vendor-times-out-of-order");
            }
        }
        return times;
    }

    /** Whole minutes, more than none and at most a year. */
    static void requireInRange(String place, Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(LONGEST) > 0 || time.toSecondsPart() != 0 || time.getNano() != 0) {
            throw BusinessRuleViolation.invalid(place, "vendor-time-out-of-range", LONGEST.toHours());
        }
    }
}
