package org.countersign.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import org.countersign.kernel.DomainEntity;

/**
 * A certificate that a member of the staff holds. It counts on its first and on its last day and on those between; a renewed one gets a later
 * last day. Before it expires, the person and the managers are told, once for each last day.
 */
@Entity
public class Certification extends DomainEntity {

    @Column(name = "account_id")
    private long accountId;

    private String name;
    private String issuer;
    private String number;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    @Column(name = "told_at")
    private Instant toldAt;

    protected Certification() {}

    public Certification(long accountId, Certificate certificate) {
        this.accountId = accountId;
        this.name = certificate.name();
        this.issuer = certificate.issuer();
        this.number = certificate.number();
        this.validFrom = certificate.validFrom();
        this.expiresOn = certificate.expiresOn();
    }

    /** It expires on another day than known before, of which nobody was told yet. */
    public void expireOn(LocalDate day) {
        expiresOn = day;
        toldAt = null;
    }

    /** The person and the managers are told now. */
    public void tell(Instant now) {
        toldAt = now;
    }

    public long accountId() {
        return accountId;
    }

    public Certificate certificate() {
        return new Certificate(name, issuer, number, validFrom, expiresOn);
    }
}
