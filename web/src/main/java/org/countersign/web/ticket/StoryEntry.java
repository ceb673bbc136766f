package org.countersign.web.ticket;

import java.time.Instant;

/**
 * One thing that happened to a ticket.
 *
 * @param kind {@code report}, {@code message}, {@code internal}, {@code step}, {@code proposal}, {@code rejection}, {@code acceptance}
 * @param side {@code customer} or {@code desk}: who did it
 * @param who by name
 * @param what a sentence in the reader's language
 * @param text what the person wrote, or {@code null}
 */
public record StoryEntry(Instant at, String kind, String side, String who, String what, String text) {}
