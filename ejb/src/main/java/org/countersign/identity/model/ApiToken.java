package org.countersign.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.countersign.kernel.DomainEntity;

/** A bearer token of an account: kept as a hash, valid until it expires or is revoked. */
@Entity
@Table(name = "api_token")
public class ApiToken extends DomainEntity {

    @Column(name = "account_id")
    private long accountId;

    private String label;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected ApiToken() {}

    public ApiToken(long accountId, String label, String secret, Instant now, Instant expiresAt) {
        this.accountId = accountId;
        this.label = label;
        this.tokenHash = TokenSecret.hash(secret);
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    public boolean isValidAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** @return whether it was not revoked before */
    public boolean revoke(Instant now) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = now;
        return true;
    }

    public long accountId() {
        return accountId;
    }

    public String label() {
        return label;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** {@code null} unless somebody revoked it. */
    public Instant revokedAt() {
        return revokedAt;
    }
}
