package org.countersign.ticket.service;

import java.time.Duration;
import org.countersign.ticket.model.Priority;

/**
 * How long the solution of a ticket took.
 *
 * @param id of the ticket
 * @param taken service time from when it began to count until the solution that stands was proposed, without the waits that the contract does
 *     not count; where the contract promises no resolution, all service time since the receipt
 */
public record SolutionTime(long id, Priority priority, Duration taken) {}
