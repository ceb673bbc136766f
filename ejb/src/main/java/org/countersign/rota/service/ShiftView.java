package org.countersign.rota.service;

import java.time.Instant;

/** One shift of a plan. */
public record ShiftView(Instant from, Instant until, PersonView responsible, PersonView backup) {}
