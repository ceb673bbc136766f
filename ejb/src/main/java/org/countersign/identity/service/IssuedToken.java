package org.countersign.identity.service;

import java.time.Instant;

/** A new API token with its secret, which nobody is told again. */
public record IssuedToken(long id, String label, Instant createdAt, Instant expiresAt, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "IssuedToken[" + id + ", " + label + "]";
    }
}
