package org.countersign.identity.service;

import java.time.Instant;

/**
 * An API token without its secret.
 *
 * @param revokedAt {@code null} unless somebody revoked it
 * @param state at the time of the question
 */
public record TokenRow(long id, String label, Instant createdAt, Instant expiresAt, Instant revokedAt, TokenState state) {}
