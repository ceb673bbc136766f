package org.countersign.report.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How fast the tickets of one priority were solved, in minutes of service time. A percentile is the time of a ticket: the smallest that at
 * least so many of them did not exceed (nearest rank).
 *
 * @param priority   e.g. {@code P1}; {@code null} for those of all priorities together
 * @param tickets    tickets that were solved
 * @param median     what half of them took at most
 * @param ninetieth  what nine of ten took at most
 * @param longest    what the slowest took
 */
public record SolutionSpeed(String priority, int tickets, long median, long ninetieth, long longest) {

    /** @throws IllegalArgumentException if a figure is negative, or there is no ticket */
    public SolutionSpeed {
        Counts.requireNotNegative(median, ninetieth, longest);
        if (tickets < 1) {
            throw new IllegalArgumentException("no tickets");
        }
    }

    /** Of each priority, the highest first, and at the end of all together; nothing when nothing was solved. */
    public static List<SolutionSpeed> of(Map<String, ? extends Collection<Duration>> byPriority) {
        List<SolutionSpeed> speeds = new ArrayList<>();
        List<Duration> all = new ArrayList<>();
        new TreeMap<>(byPriority).forEach((priority, times) -> {
            all.addAll(times);
            of(priority, times).ifPresent(speeds::add);
        });
        of(null, all).ifPresent(speeds::add);
        return speeds;
    }

    private static Optional<SolutionSpeed> of(String priority, Collection<Duration> times) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        List<Long> minutes = times.stream().map(Duration::toMinutes).sorted().toList();
        return Optional.of(new SolutionSpeed(
                priority, minutes.size(), percentile(minutes, 50), percentile(minutes, 90), minutes.get(minutes.size() - 1)));
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
