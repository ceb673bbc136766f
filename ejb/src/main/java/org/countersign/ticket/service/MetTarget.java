package org.countersign.ticket.service;

import java.time.Instant;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketKind;

/**
 * A ticket that met something in time, with what decides whether that was promised.
 *
 * @param service that it is about, or {@code null}
 */
public record MetTarget(long id, TicketKind kind, Channel channel, Priority priority, String service, Instant receivedAt) {}
