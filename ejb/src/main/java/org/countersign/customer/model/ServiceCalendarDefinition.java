package org.countersign.customer.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.countersign.kernel.DomainEntity;

/** A service calendar as it is kept: its JSON in the form of the API. */
@Entity
@Cacheable
@Table(name = "service_calendar")
public class ServiceCalendarDefinition extends DomainEntity {

    private String code;
    private String definition;

    protected ServiceCalendarDefinition() {}

    public ServiceCalendarDefinition(String code, String definition) {
        this.code = code;
        this.definition = definition;
    }

    public String code() {
        return code;
    }

    public String definition() {
        return definition;
    }
}
