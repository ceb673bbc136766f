package org.countersign.ticket.service;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.countersign.customer.model.QueueOrder;
import org.countersign.ticket.model.Queue;

/** Read-only projections of queues; each answers with one statement. */
public interface QueueViews {

    /** All queues in which somebody waits. */
    List<QueueView.Summary> waiting();

    long count(Queue queue);

    /** Those who wait, the first in line first, one row beyond {@code limit} when there is more. */
    List<WaitingTicket> line(Queue queue, QueueOrder order, Instant now, int limit, String after);

    /** Latest first, one row beyond {@code limit} when there is more. */
    List<OvertakingRow> overtakings(Queue queue, OvertakingFilter filter, int limit, String after);

    /** Overtakings by a ticket, latest first. */
    List<OvertakingRow> by(long ticketId, int limit);

    /** Overtakings that passed a ticket, latest first. */
    List<OvertakingRow> of(long ticketId, int limit);

    /** Tickets of a contract that got as far as a level, received within a period, in the order of the sequence. */
    List<Arrival> arrivals(Queue queue, Instant from, Instant to, int limit, long afterPosition);

    /** Overtakings by these tickets at a level, oldest first. */
    List<OvertakingRow> overtakings(Queue queue, Collection<String> tickets);

    /** A ticket that came in. */
    record Arrival(long queuePosition, String number, Instant receivedAt) {}
}
