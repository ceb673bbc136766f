package org.countersign.ticket.model;

import org.countersign.identity.model.SupportLevel;

/** A contract's tickets at one level. Their order of arrival is that of the ticket's ids, drawn from a sequence that only goes on. */
public record Queue(long contractId, SupportLevel level) {}
