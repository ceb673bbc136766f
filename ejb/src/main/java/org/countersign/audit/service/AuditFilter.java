package org.countersign.audit.service;

import java.time.Instant;

/**
 * Which entries a list shows; what is {@code null} does not restrict it.
 *
 * @param contract a contract's code, or {@code -} for the chain of the system
 * @param actor the account's name, exactly
 * @param action e.g. {@code TicketRegistered}
 * @param from at or after
 * @param to before
 */
public record AuditFilter(String contract, String actor, String action, Instant from, Instant to) {

    /** Everything. */
    public static final AuditFilter NONE = new AuditFilter(null, null, null, null, null);
}
