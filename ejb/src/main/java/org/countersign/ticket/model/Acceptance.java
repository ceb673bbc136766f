package org.countersign.ticket.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.countersign.customer.model.AuthorisationInForce;

/** That the customer accepted a resolution: who, when, how, and by which authority. Never changed, never deleted. */
@Entity
public class Acceptance {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "resolution_id")
    private long resolutionId;

    @Column(name = "contact_id")
    private long contactId;

    @Column(name = "authorisation_id")
    private long authorisationId;

    @Column(name = "authorised_from")
    private Instant authorisedFrom;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Enumerated(EnumType.STRING)
    private AcceptanceManner manner;

    @Column(name = "comment_text")
    private String comment;

    protected Acceptance() {}

    Acceptance(
            long ticketId, long resolutionId, AuthorisationInForce authorisation, AcceptanceManner manner, String comment, Instant acceptedAt) {
        this.ticketId = ticketId;
        this.contractId = authorisation.contractId();
        this.resolutionId = resolutionId;
        this.contactId = authorisation.contactId();
        this.authorisationId = authorisation.id();
        this.authorisedFrom = authorisation.authorisedFrom();
        this.acceptedAt = acceptedAt;
        this.manner = manner;
        this.comment = comment;
    }

    public Long id() {
        return id;
    }

    public long contactId() {
        return contactId;
    }

    public long authorisationId() {
        return authorisationId;
    }

    public AcceptanceManner manner() {
        return manner;
    }

    /** What the contact wrote with it, or {@code null}. */
    public String comment() {
        return comment;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }
}
