package org.countersign.web.support;

import java.time.Instant;

/**
 * How a target stands, in a few words.
 *
 * @param standing {@code running}, {@code soon}, {@code overdue}, {@code halted}, {@code met}, {@code missed} or {@code none}
 * @param text what the badge says
 * @param tooltip the absolute time, in the reader's zone and in the contract's
 * @param instant what it is about, or {@code null} while the target is halted
 */
public record DueBadge(String standing, String text, String tooltip, Instant instant) {}
