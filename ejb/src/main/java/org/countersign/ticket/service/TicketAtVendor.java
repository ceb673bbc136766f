package org.countersign.ticket.service;

import java.time.Instant;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketRef;

/**
 * A ticket that was just sent to a vendor.
 *
 * @param at when
 * @param since since when it had been with a vendor before, or {@code null}
 */
public record TicketAtVendor(TicketRef ref, Priority priority, Instant at, Instant since) {}
