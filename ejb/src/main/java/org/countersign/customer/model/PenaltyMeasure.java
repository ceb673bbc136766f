package org.countersign.customer.model;

import java.util.Optional;

/** What a penalty clause looks at. */
public enum PenaltyMeasure {
    RESPONSE(ServiceTarget.RESPONSE),
    UPDATE(ServiceTarget.UPDATE),
    RESOLUTION(ServiceTarget.RESOLUTION),
    /** The availability of a service in the month. */
    AVAILABILITY(null);

    private final ServiceTarget target;

    PenaltyMeasure(ServiceTarget target) {
        this.target = target;
    }

    /** The target of a ticket that is looked at; nothing for the availability of a service. */
    public Optional<ServiceTarget> target() {
        return Optional.ofNullable(target);
    }
}
