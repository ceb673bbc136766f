package org.countersign.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SolutionSpeedTest {

    @Test
    void each_priority_is_told_and_all_of_them_together() {
        assertThat(SolutionSpeed.of(Map.of("P3", minutes(300, 60, 90), "P1", minutes(20))))
                .containsExactly(
                        new SolutionSpeed("P1", 1, 20, 20, 20),
                        new SolutionSpeed("P3", 3, 90, 300, 300),
                        new SolutionSpeed(null, 4, 60, 300, 300));
    }

    @Test
    void a_percentile_is_the_time_that_so_many_did_not_exceed() {
        assertThat(SolutionSpeed.of(Map.of("P2", IntStream.rangeClosed(1, 10).mapToObj(Duration::ofMinutes).toList())).get(0))
                .isEqualTo(new SolutionSpeed("P2", 10, 5, 9, 10));
        assertThat(SolutionSpeed.of(Map.of("P2", IntStream.rangeClosed(1, 11).mapToObj(Duration::ofMinutes).toList())).get(0))
                .isEqualTo(new SolutionSpeed("P2", 11, 6, 10, 11));
    }

    @Test
    void minutes_that_are_not_full_do_not_count() {
        assertThat(SolutionSpeed.of(Map.of("P2", List.of(Duration.ofSeconds(119)))).get(0).longest()).isEqualTo(1);
    }

    @Test
    void where_nothing_was_solved_nothing_is_told() {
        assertThat(SolutionSpeed.of(Map.of())).isEmpty();
        assertThat(SolutionSpeed.of(Map.of("P1", List.of()))).isEmpty();
        assertThatThrownBy(() -> new SolutionSpeed("P1", 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Duration> minutes(int... each) {
        return IntStream.of(each).mapToObj(Duration::ofMinutes).toList();
    }
}
