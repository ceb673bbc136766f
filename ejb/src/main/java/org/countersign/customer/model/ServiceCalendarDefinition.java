package org.countersign.customer.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.countersign.kernel.DomainEntity;

/** A service calendar by its code; what it says is in its versions. */
@Entity
@Table(name = "service_calendar")
public class ServiceCalendarDefinition extends DomainEntity {

    private String code;

    protected ServiceCalendarDefinition() {}

    public ServiceCalendarDefinition(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
