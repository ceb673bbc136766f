package org.countersign.audit.model;

import java.time.Instant;

/** Everything that an audit entry says, as it stands in the database. */
public record EntryFacts(
        long id,
        long contractId,
        Instant occurredAt,
        String actor,
        String address,
        String action,
        String subjectType,
        String subjectId,
        String facts) {}
