package org.countersign.escalation.model;

import java.time.Instant;

/** An escalation that the sweep has to look at, and since when. */
public record DueEscalation(long id, long ticketId, Instant since) {}
