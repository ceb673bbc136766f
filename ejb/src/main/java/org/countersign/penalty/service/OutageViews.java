package org.countersign.penalty.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.OutageCause;

/** Read-only projections of outages, one statement each. */
public interface OutageViews {

    /** A row as it is kept. */
    record Row(
            long id,
            long contractId,
            String contract,
            String service,
            Instant start,
            Instant end,
            OutageCause cause,
            String note,
            String ticket,
            String recordedBy,
            Instant recordedAt,
            Instant withdrawnAt,
            long version) {}

    /** Where a page goes on. */
    record Position(Instant start, long id) {}

    /**
     * The outages of a contract, latest first, those withdrawn too.
     *
     * @param from only those that lasted then or later, or {@code null}
     * @param until only those that began before, or {@code null}
     * @param limit one more is read
     */
    List<Row> list(long contractId, Instant from, Instant until, int limit, Position after);

    Optional<Row> find(long id);
}
