package org.countersign.replay.service;

import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.replay.model.ReplaySide;
import org.countersign.ticket.model.Priority;

/** Read-only projections of replays. */
public interface ReplayViews {

    /** Latest first, one row beyond {@code limit} when there is more. */
    List<ReplayRow> list(long contractId, int limit, Long before);

    Optional<ReplayRow> row(long id);

    /** The sums over all blocks. */
    List<Sum> sums(long id);

    /** In the order of arrival, one row beyond {@code limit} when there is more. */
    List<ChangedTarget> changed(long id, ServiceTarget target, int limit, String after);

    /** @param month e.g. {@code 2026-10} */
    record Sum(
            ReplaySide side, String month, ServiceTarget target, Priority priority, long met, long missed, long running) {}
}
