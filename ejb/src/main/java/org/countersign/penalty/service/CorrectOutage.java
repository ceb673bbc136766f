package org.countersign.penalty.service;

import java.time.Instant;
import org.countersign.customer.model.OutageCause;

/**
 * What is known better of an outage; {@code null} leaves as it is.
 *
 * @param end {@code null} also where it lasts
 * @param lasts whether it has no end after all
 * @param ticket number of the ticket that it belongs to; blank for none
 */
public record CorrectOutage(Instant start, Instant end, boolean lasts, OutageCause cause, String note, String ticket) {}
