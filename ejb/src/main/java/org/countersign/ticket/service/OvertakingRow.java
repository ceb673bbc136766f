package org.countersign.ticket.service;

import java.time.Instant;
import org.countersign.customer.model.QueueOrder;
import org.countersign.identity.model.SupportLevel;

/**
 * One overtaking.
 *
 * @param ticket number of the one that was taken
 * @param order in which the contract had tickets taken then
 * @param overtaken how many were passed
 * @param first number of the one of them that came first
 * @param takenBy account of the person who took the ticket, or gave it to somebody
 * @param reason {@code null} where none was given and none was asked for
 */
public record OvertakingRow(
        long id,
        String contract,
        SupportLevel level,
        QueueOrder order,
        String ticket,
        long overtaken,
        String first,
        String takenBy,
        String takenByName,
        Instant takenAt,
        String reason) {}
