package org.countersign.customer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When an authority to accept ended; what was accepted before stays accepted. */
@Entity
@Table(name = "acceptance_authorisation_end")
public class AuthorisationEnd {

    @Id
    @Column(name = "authorisation_id")
    private Long authorisationId;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private String endedBy;

    protected AuthorisationEnd() {}

    public AuthorisationEnd(long authorisationId, Instant endedAt, String endedBy) {
        this.authorisationId = authorisationId;
        this.endedAt = endedAt;
        this.endedBy = endedBy;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
