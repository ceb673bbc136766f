package org.countersign.customer.model;

import java.time.Instant;

/** The authority under which a contact accepts at a given moment. */
public record AuthorisationInForce(long id, long contractId, long contactId, Instant authorisedFrom) {}
