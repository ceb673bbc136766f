package org.countersign.customer.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.serviceclock.model.ServiceCalendar;

/**
 * One recording of a calendar: a version of it, or that a version is withdrawn.
 *
 * @param number from 1 on, in the order of recording
 * @param validFrom the first day; what was recorded later goes before what was recorded earlier from its first day on
 * @param withdraws number of the version that is withdrawn, whose day and hours these are, or {@code null}
 */
public record RecordedHours(int number, LocalDate validFrom, CalendarHours hours, Integer withdraws) {

    /** A version. */
    public RecordedHours(int number, LocalDate validFrom, CalendarHours hours) {
        this(number, validFrom, hours, null);
    }

    /** The recording, of the number given, that withdraws this version. */
    public RecordedHours withdrawnBy(int next) {
        return new RecordedHours(next, validFrom, hours, number);
    }

    /**
     * Whether this version comes to count on its first day: the first does not, for it counts before too, nor does one that what was recorded
     * later goes before by then.
     */
    public boolean begins(List<RecordedHours> recordings) {
        return number > 1 && on(recordings, validFrom).number == number;
    }

    /** The versions, by number, that would begin if only this one did not go before them. */
    public List<RecordedHours> passesOver(List<RecordedHours> recordings) {
        List<RecordedHours> others = standing(recordings).stream().filter(version -> version.number != number).toList();
        return others.stream().filter(version -> version.begins(others) && !version.begins(recordings)).toList();
    }

    /** The versions that stand after all of these recordings, by number. */
    public static List<RecordedHours> standing(List<RecordedHours> recordings) {
        Set<Integer> withdrawn =
                recordings.stream().map(RecordedHours::withdraws).filter(Objects::nonNull).collect(Collectors.toSet());
        return recordings.stream()
                .filter(recorded -> recorded.withdraws == null && !withdrawn.contains(recorded.number))
                .sorted(Comparator.comparingInt(RecordedHours::number))
                .toList();
    }

    /**
     * The calendar that the recordings make together.
     *
     * @throws IllegalArgumentException without a version
     */
    public static ServiceCalendar together(List<RecordedHours> recordings) {
        List<RecordedHours> versions = standing(recordings);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a calendar has at least one version");
        }
        ServiceCalendar calendar = versions.get(0).hours.effective();
        for (RecordedHours next : versions.subList(1, versions.size())) {
            calendar = calendar.followedBy(next.validFrom, next.hours.effective());
        }
        return calendar;
    }

    /**
     * The version that counts on a day; before the first version's day, the first.
     *
     * @throws IllegalArgumentException without a version
     */
    public static RecordedHours on(List<RecordedHours> recordings, LocalDate date) {
        return standing(recordings).stream()
                .filter(version -> version.number() == 1 || !version.validFrom().isAfter(date))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("a calendar has at least one version"));
    }
}
