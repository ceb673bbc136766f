package org.countersign.report.model;

import java.util.List;
import java.util.Objects;

/**
 * Service level performance of the tickets of one priority.
 *
 * @param priority   e.g. {@code P1}
 * @param tickets    tickets of that priority received in the period
 * @param response   outcome of their response targets
 * @param resolution outcome of their resolution targets
 */
public record PriorityPerformance(String priority, int tickets, TargetCount response, TargetCount resolution) {

    /** @throws IllegalArgumentException if the count is negative */
    public PriorityPerformance {
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(resolution, "resolution");
        Counts.requireNotNegative(tickets);
    }

    /** The sum over all priorities, under the given name. */
    public static PriorityPerformance total(String name, List<PriorityPerformance> priorities) {
        PriorityPerformance sum = new PriorityPerformance(name, 0, new TargetCount(0, 0), new TargetCount(0, 0));
        for (PriorityPerformance each : priorities) {
            sum = new PriorityPerformance(name, sum.tickets + each.tickets,
                    sum.response.plus(each.response), sum.resolution.plus(each.resolution));
        }
        return sum;
    }
}
