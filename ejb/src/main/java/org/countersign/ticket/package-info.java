/**
 * Tickets from registration to their end: queue, assignment, functional escalation L1 → L2 → L3 → vendor (M1–M12), message board (M92–M95),
 * proposals of a resolution, and the customer's acceptance without which no ticket closes (M64, M65).
 *
 * <p>While a case is open with a vendor ({@code org.countersign.vendor}) the ticket is not resolved: its row says since when, and the database
 * holds it.
 *
 * <p>Publishes the events of {@link org.countersign.ticket.model.TicketEvent}.
 */
package org.countersign.ticket;
