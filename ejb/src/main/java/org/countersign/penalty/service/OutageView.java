package org.countersign.penalty.service;

import java.time.Instant;
import org.countersign.customer.model.OutageCause;

/**
 * An outage as lists show it.
 *
 * @param end {@code null} while it lasts
 * @param excluded whether the contract, as it is now, excludes the cause; {@code null} where no availability is agreed for the service
 * @param withdrawnAt when it was said never to have been, or {@code null}
 */
public record OutageView(
        long id,
        String contract,
        String service,
        Instant start,
        Instant end,
        OutageCause cause,
        Boolean excluded,
        String note,
        String ticket,
        String recordedBy,
        Instant recordedAt,
        Instant withdrawnAt,
        long version) {}
