package org.countersign.customer.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.countersign.serviceclock.model.ServiceCalendar;

/**
 * One version of a calendar.
 *
 * @param number from 1 on, in the order of recording
 * @param validFrom the first day; what was recorded later goes before what was recorded earlier from its first day on
 */
public record RecordedHours(int number, LocalDate validFrom, CalendarHours hours) {

    /**
     * The calendar that the versions make together.
     *
     * @throws IllegalArgumentException without a version
     */
    public static ServiceCalendar together(List<RecordedHours> versions) {
        List<RecordedHours> inOrder = versions.stream().sorted(Comparator.comparingInt(RecordedHours::number)).toList();
        if (inOrder.isEmpty()) {
            throw new IllegalArgumentException("a calendar has at least one version");
        }
        ServiceCalendar calendar = inOrder.get(0).hours.effective();
        for (RecordedHours next : inOrder.subList(1, inOrder.size())) {
            calendar = calendar.followedBy(next.validFrom, next.hours.effective());
        }
        return calendar;
    }

    /**
     * The hours of the version that counts on a day; before the first version's day, that of the first.
     *
     * @throws IllegalArgumentException without a version
     */
    public static CalendarHours on(List<RecordedHours> versions, LocalDate date) {
        return versions.stream()
                .filter(version -> version.number() == 1 || !version.validFrom().isAfter(date))
                .max(Comparator.comparingInt(RecordedHours::number))
                .map(RecordedHours::hours)
                .orElseThrow(() -> new IllegalArgumentException("a calendar has at least one version"));
    }
}
