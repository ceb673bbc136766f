package org.countersign.vendor.service;

import org.countersign.ticket.model.TicketRef;

/**
 * A vendor case as those know it who take mail in.
 *
 * @param running whether it has not ended
 * @param vendorAddress where its vendor takes mail, or {@code null}
 */
public record KnownVendorCase(String number, TicketRef ticket, boolean running, String vendorAddress) {}
