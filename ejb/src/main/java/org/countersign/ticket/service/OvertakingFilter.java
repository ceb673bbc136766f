package org.countersign.ticket.service;

import java.time.Instant;

/**
 * Which overtakings a list shows; what is {@code null} does not restrict it.
 *
 * @param from at or after
 * @param to before
 * @param ticket number of a ticket that overtook or was overtaken
 */
public record OvertakingFilter(Instant from, Instant to, String ticket) {

    public static final OvertakingFilter ALL = new OvertakingFilter(null, null, null);
}
