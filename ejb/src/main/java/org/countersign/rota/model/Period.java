package org.countersign.rota.model;

import java.time.Instant;
import org.countersign.kernel.BusinessRuleViolation;

/** What holds of every span of time that somebody gives. */
final class Period {

    /** What databases and calendars can tell. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Period() {}

    /** @throws BusinessRuleViolation {@code required}, {@code time-out-of-range}, or {@code code} when the span does not end after it begins */
    static void require(String code, Instant from, Instant until) {
        require("from", from);
        require("until", until);
        if (!until.isAfter(from)) {
            throw refusal(code);
        }
    }

    static void require(String field, Instant instant) {
        if (instant == null) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw BusinessRuleViolation.invalid(field, "time-out-of-range", instant);
        }
    }

    private static BusinessRuleViolation refusal(String code) {
        return switch (code) {
            case "absence-ends-before-start" -> BusinessRuleViolation.invalid("until", "absence-ends-before-start");
            case "swap-ends-before-start" -> BusinessRuleViolation.invalid("until", "swap-ends-before-start");
            default -> BusinessRuleViolation.invalid("until", "rota-ends-before-start");
        };
    }
}
