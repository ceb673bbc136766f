package org.countersign.replay.model;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TargetResult;

/** Counts how targets came out. */
public final class ReplayTally {

    /** @param month in which the target was met or missed; of what still runs, that of the receipt */
    public record Key(ReplaySide side, YearMonth month, ServiceTarget target, Priority priority) {}

    /** Targets that came out one way or another. */
    public record Count(int met, int missed, int running) {

        private Count plus(TargetResult result) {
            return switch (result) {
                case MET -> new Count(met + 1, missed, running);
                case MISSED -> new Count(met, missed + 1, running);
                case RUNNING -> new Count(met, missed, running + 1);
                case NOT_OWED -> this;
            };
        }
    }

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::side)
            .thenComparing(Key::month)
            .thenComparing(Key::target)
            .thenComparing(Key::priority);

    private final ZoneId zone;
    private final Map<Key, Count> counts = new TreeMap<>(ORDER);

    /** @param zone of the contract, in which its months begin */
    public ReplayTally(ZoneId zone) {
        this.zone = zone;
    }

    /** @param decidedAt when it was met or missed; {@code null} for what still runs */
    public void add(ReplaySide side, ServiceTarget target, Priority priority, TargetResult result, Instant receivedAt, Instant decidedAt) {
        if (result == TargetResult.NOT_OWED) {
            return;
        }
        YearMonth month = YearMonth.from((decidedAt == null ? receivedAt : decidedAt).atZone(zone));
        counts.merge(
                new Key(side, month, target, priority), new Count(0, 0, 0).plus(result), (sum, one) -> sum.plus(result));
    }

    public Map<Key, Count> counts() {
        return counts;
    }
}
