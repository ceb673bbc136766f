package org.countersign.rota.service;

import java.time.Instant;

/**
 * Two people are to change places.
 *
 * @param account who asks; {@code null} for the caller. A manager may ask for somebody, and with that agrees for both
 * @param with account of the other
 * @param backFrom beginning of a second span, in which the other gets something back, or {@code null}
 */
public record AskSwap(String rota, String account, String with, Instant from, Instant until, Instant backFrom, Instant backUntil) {}
