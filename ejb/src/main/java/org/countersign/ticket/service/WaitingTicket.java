package org.countersign.ticket.service;

import java.time.Duration;
import java.time.Instant;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketState;

/**
 * A ticket in line.
 *
 * @param queuePosition its place in the order of arrival: a number of an append-only sequence
 * @param waited since its receipt, by the wall clock
 */
public record WaitingTicket(
        long queuePosition,
        String number,
        TicketState state,
        TicketKind kind,
        Priority priority,
        String summary,
        Instant receivedAt,
        Duration waited,
        Instant responseDue,
        Instant respondedAt) {}
