package org.countersign.replay.service;

import java.time.Instant;

/**
 * What is to be replayed.
 *
 * @param contract code of the contract
 * @param from receipt of the first ticket, inclusive
 * @param to exclusive
 * @param agreement text of the changed agreement
 * @param hours text of a calendar to take the place of the one that it names, or {@code null}
 * @param key the same for a second click, or {@code null}
 */
public record RequestReplay(String contract, Instant from, Instant to, String agreement, String hours, String key) {}
