package org.countersign.customer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.countersign.kernel.DomainEntity;

/** Somebody who receives the reports of a contract (M132, M134). */
@Entity
public class Stakeholder extends DomainEntity {

    @Column(name = "contract_id")
    private long contractId;

    private String name;
    private String email;
    private String language;

    protected Stakeholder() {}

    public Stakeholder(long contractId, String name, String email, String language) {
        this.contractId = contractId;
        this.name = name;
        this.email = email;
        this.language = language;
    }

    public void change(String name, String language) {
        this.name = name;
        this.language = language;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public String language() {
        return language;
    }
}
