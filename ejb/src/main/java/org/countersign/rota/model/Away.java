package org.countersign.rota.model;

import java.time.Instant;

/** A person who cannot have a duty from an instant until another. */
public record Away(long account, Instant from, Instant until) {}
