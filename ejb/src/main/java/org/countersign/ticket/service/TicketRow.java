package org.countersign.ticket.service;

import java.time.Instant;
import org.countersign.identity.model.SupportLevel;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketState;

/**
 * One ticket in a list.
 *
 * @param queuePosition the ticket's place in the order of arrival: a number of an append-only sequence
 * @param assignee account name, or {@code null}
 * @param responseDue {@code null} while the target is halted
 * @param category code of what kind of work it is, or {@code null} while nobody has said
 * @param resolutionDue {@code null} while the target is halted
 */
public record TicketRow(
        long queuePosition,
        String number,
        TicketKind kind,
        TicketState state,
        Priority priority,
        SupportLevel level,
        String contract,
        String organisation,
        String summary,
        String assignee,
        String assigneeName,
        Instant receivedAt,
        Instant responseDue,
        Instant respondedAt,
        Instant resolutionDue,
        Instant resolvedAt,
        Instant updatedAt,
        Instant dueOrder,
        String category) {}
