package org.countersign.quality.model;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * A quality characteristic on the checklist of a review: what must be true of a closed ticket. A review has a finding on each;
 * the order is that of the checklist. An unfulfilled one is a nonconformity.
 */
public enum Characteristic {
    /** Kind, impact, urgency and service are classified correctly. */
    CLASSIFICATION_CORRECT,
    /** The first response came within its target. */
    RESPONSE_IN_TIME,
    /** What was done is documented step by step. */
    STEPS_DOCUMENTED,
    /** The resolution explains the solution so that the customer understands it. */
    SOLUTION_EXPLAINED,
    /** The work is booked, on the right activity. */
    WORK_BOOKED,
    /** The customer was kept informed. */
    CUSTOMER_INFORMED,
    /** The acceptance was given by a contact with the authority to. */
    ACCEPTANCE_AUTHORISED;

    /**
     * The characteristic another system names.
     *
     * @throws BusinessRuleViolation {@code unknown-characteristic}, with the text given and the names allowed
     */
    public static Characteristic of(String name) {
        for (Characteristic characteristic : values()) {
            if (characteristic.name().equals(name)) {
                return characteristic;
            }
        }
        throw BusinessRuleViolation.invalid("characteristic", "unknown-characteristic", String.valueOf(name),
                Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")));
    }
}
