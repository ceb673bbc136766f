package org.countersign.customer.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What is promised for one priority, in service time.
 *
 * @param response until the first response
 * @param update from one word to the customer to the next, or {@code null} when none is promised
 * @param resolution until a solution is proposed, or {@code null} when none is promised
 */
public record TargetTimes(Duration response, Duration update, Duration resolution) {

    static final String[] MEMBERS = {"response", "update", "resolution"};

    static TargetTimes of(AgreementForm form) {
        Duration response =
                form.serviceTime("response").orElseThrow(() -> BusinessRuleViolation.invalid(form.at("response"), "required"));
        Duration resolution = form.serviceTime("resolution").orElse(null);
        if (resolution != null && resolution.compareTo(response) < 0) {
            throw BusinessRuleViolation.invalid(form.at("resolution"), "target-out-of-order", response, resolution);
        }
        return new TargetTimes(response, form.serviceTime("update").orElse(null), resolution);
    }

    /** The time promised for a target, or nothing. */
    public Optional<Duration> of(ServiceTarget target) {
        return Optional.ofNullable(
                switch (target) {
                    case RESPONSE -> response;
                    case UPDATE -> update;
                    case RESOLUTION -> resolution;
                });
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (ServiceTarget target : ServiceTarget.values()) {
            of(target).ifPresent(time -> map.put(target.name().toLowerCase(java.util.Locale.ROOT), time.toString()));
        }
        return map;
    }
}
