package org.countersign.ticket.service;

import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketKind;

/**
 * How many tickets of one sort met something in time.
 *
 * @param service that they are about, or {@code null}
 */
public record MetTargets(TicketKind kind, Priority priority, String service, long tickets) {}
