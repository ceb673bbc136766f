package org.countersign.penalty.service;

import java.time.Instant;
import org.countersign.customer.model.OutageCause;

/**
 * What somebody says about an outage.
 *
 * @param service of the contract
 * @param end {@code null} while it lasts
 * @param note what happened
 * @param ticket number of the ticket that it belongs to, or {@code null}
 */
public record RecordOutage(String service, Instant start, Instant end, OutageCause cause, String note, String ticket) {}
