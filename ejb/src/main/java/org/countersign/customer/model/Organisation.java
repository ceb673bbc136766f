package org.countersign.customer.model;

import jakarta.persistence.Entity;
import org.countersign.kernel.DomainEntity;

/** A customer of the support provider. */
@Entity
public class Organisation extends DomainEntity {

    private String code;
    private String name;

    protected Organisation() {}

    public Organisation(String code, String name) {
        this.code = code;
        this.name = name;
    }

    public void rename(String name) {
        this.name = name;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }
}
