package org.countersign.report.model;

import java.util.List;
import java.util.Objects;

/**
 * Work time booked on one kind of activity.
 *
 * @param activity      the activity's name in the language of the report
 * @param minutes       minutes worked, travel not included
 * @param travelMinutes minutes travelled
 */
public record WorkByActivity(String activity, long minutes, long travelMinutes) {

    /** @throws IllegalArgumentException if minutes are negative */
    public WorkByActivity {
        Objects.requireNonNull(activity, "activity");
        Counts.requireNotNegative(minutes, travelMinutes);
    }

    /** Work and travel together, in minutes. */
    public long totalMinutes() {
        return minutes + travelMinutes;
    }

    /** The sum over all activities, under the given name. */
    public static WorkByActivity total(String name, List<WorkByActivity> activities) {
        return new WorkByActivity(name,
                activities.stream().mapToLong(WorkByActivity::minutes).sum(),
                activities.stream().mapToLong(WorkByActivity::travelMinutes).sum());
    }
}
