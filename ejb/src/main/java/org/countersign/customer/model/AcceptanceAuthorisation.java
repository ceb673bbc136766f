package org.countersign.customer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The authority of a contact to accept under a contract. It is granted once and never changed; its end is a record of its own. */
@Entity
@Table(name = "acceptance_authorisation")
public class AcceptanceAuthorisation {

    @jakarta.persistence.Id
    @jakarta.persistence.GeneratedValue(strategy = jakarta.persistence.GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "organisation_id")
    private long organisationId;

    @Column(name = "contact_id")
    private long contactId;

    @Column(name = "authorised_from")
    private Instant authorisedFrom;

    @Column(name = "granted_by")
    private String grantedBy;

    protected AcceptanceAuthorisation() {}

    public AcceptanceAuthorisation(long contractId, long organisationId, long contactId, Instant authorisedFrom, String grantedBy) {
        this.contractId = contractId;
        this.organisationId = organisationId;
        this.contactId = contactId;
        this.authorisedFrom = authorisedFrom;
        this.grantedBy = grantedBy;
    }

    public Long id() {
        return id;
    }

    public long contractId() {
        return contractId;
    }

    public long contactId() {
        return contactId;
    }

    public Instant authorisedFrom() {
        return authorisedFrom;
    }
}
