package org.countersign.rota.service;

import java.time.Instant;
import org.countersign.rota.model.SwapState;

/** A swap that somebody asked for. */
public record SwapView(
        long id, String rota, PersonView askedBy, PersonView with, Instant from, Instant until, Instant backFrom, Instant backUntil,
        SwapState state, Instant askedAt) {}
