package org.countersign.penalty.model;

import java.time.Instant;
import org.countersign.customer.model.OutageCause;

/**
 * A span in which a service was not there, as availability is computed from it.
 *
 * @param id of the outage
 * @param end itself not included; {@code null} while it lasts
 */
public record Downtime(long id, Instant start, Instant end, OutageCause cause) {}
