package org.countersign.rota.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.countersign.identity.model.TokenSecret;
import org.countersign.kernel.DomainEntity;

/**
 * The secret address under which calendar programs read one person's duties. Only the hash of the secret is kept. It opens nothing else, and
 * counts until it is revoked; a person has one at a time.
 */
@Entity
@Table(name = "duty_feed")
public class DutyFeed extends DomainEntity {

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected DutyFeed() {}

    public DutyFeed(long accountId, String secret, Instant now) {
        this.accountId = accountId;
        this.secretHash = TokenSecret.hash(secret);
        this.createdAt = now;
    }

    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    public boolean isOpen() {
        return revokedAt == null;
    }

    public long accountId() {
        return accountId;
    }

    public String secretHash() {
        return secretHash;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
