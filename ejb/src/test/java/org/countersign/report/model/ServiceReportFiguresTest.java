package org.countersign.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceReportFiguresTest {

    @Test
    void compliance_is_the_share_of_decided_targets_that_were_met() {
        assertThat(new TargetCount(3, 1).compliance()).hasValue(0.75);
        assertThat(new TargetCount(0, 2).compliance()).hasValue(0.0);
    }

    @Test
    void compliance_of_no_decided_target_is_unknown_and_not_perfect() {
        assertThat(new TargetCount(0, 0).compliance()).isEmpty();
    }

    @Test
    void the_total_of_priorities_adds_counts_and_not_percentages() {
        PriorityPerformance total = PriorityPerformance.total("Total", List.of(
                new PriorityPerformance("P1", 2, new TargetCount(1, 1), new TargetCount(2, 0)),
                new PriorityPerformance("P2", 9, new TargetCount(8, 0), new TargetCount(5, 3))));

        assertThat(total).isEqualTo(new PriorityPerformance("Total", 11, new TargetCount(9, 1), new TargetCount(7, 3)));
        assertThat(total.response().compliance()).hasValue(0.9);
    }

    @Test
    void the_total_of_work_keeps_travel_apart() {
        WorkByActivity total = WorkByActivity.total("Total",
                List.of(new WorkByActivity("Repair", 90, 30), new WorkByActivity("Advice", 15, 0)));

        assertThat(total).isEqualTo(new WorkByActivity("Total", 105, 30));
        assertThat(total.totalMinutes()).isEqualTo(135);
    }

    @Test
    void negative_figures_are_refused() {
        assertThatThrownBy(() -> new TargetCount(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkByActivity("Repair", 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TicketFigures(1, 1, 1, -4, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
