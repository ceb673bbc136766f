package org.countersign.audit.service;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of the audit trail.
 *
 * @param contract the contract's code, or {@code null} for the chain of the system
 * @param address the actor's network address, or {@code null}; never shown to customers
 * @param facts by name, in the order recorded: strings, numbers, booleans or {@code null}
 * @param position in its chain, or {@code null} while it waits for its link
 * @param hash of its link, or {@code null}
 */
public record AuditRow(
        long id,
        String contract,
        Instant occurredAt,
        String actor,
        String address,
        String action,
        String subjectType,
        String subjectId,
        Map<String, Object> facts,
        Long position,
        String hash) {}
