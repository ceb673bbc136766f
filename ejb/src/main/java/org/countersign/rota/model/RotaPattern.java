package org.countersign.rota.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * The rule by which people take turns: at each change the next in turn becomes responsible, and the one after that the backup. The changes
 * are times on the zone's clock, so a shift may be an hour longer or shorter in the nights in which the clocks change.
 *
 * @param day of the change, for {@link Change#WEEKLY} only
 * @param time of the change
 * @param secondTime of the other change of the day, for {@link Change#TWICE_DAILY} only
 * @param people accounts in turn; the first has the first shift
 */
public record RotaPattern(ZoneId zone, Change change, DayOfWeek day, LocalTime time, LocalTime secondTime, List<Long> people) {

    /** How often the turn changes. */
    public enum Change {
        WEEKLY,
        DAILY,
        TWICE_DAILY
    }

    /** Shifts of a plan, at most. */
    public static final int MOST_SHIFTS = 5_000;

    /**
     * @throws BusinessRuleViolation {@code pattern-needs-two} with fewer than two people, {@code pattern-person-twice}, {@code required},
     *     {@code pattern-times-equal}
     */
    public RotaPattern {
        people = List.copyOf(people);
        require("change", change);
        require("time", time);
        if (change == Change.WEEKLY) {
            require("day", day);
        }
        if (change == Change.TWICE_DAILY) {
            require("secondTime", secondTime);
            if (secondTime.equals(time)) {
                throw BusinessRuleViolation.invalid("secondTime", "pattern-times-equal");
            }
        }
        if (people.size() < 2) {
            throw BusinessRuleViolation.invalid("people", "pattern-needs-two");
        }
        if (people.stream().distinct().count() < people.size()) {
            throw BusinessRuleViolation.invalid("people", "pattern-person-twice");
        }
    }

    /**
     * The plan of a span. It begins with the first in turn, wherever in a turn it begins.
     *
     * @throws BusinessRuleViolation {@code rota-ends-before-start}, {@code rota-too-many-shifts}
     */
    public RotaPlan between(Instant from, Instant until) {
        if (!until.isAfter(from)) {
            throw BusinessRuleViolation.invalid("until", "rota-ends-before-start");
        }
        List<Duty> duties = new ArrayList<>();
        Instant begin = from;
        while (begin.isBefore(until)) {
            if (duties.size() == MOST_SHIFTS) {
                throw BusinessRuleViolation.invalid("until", "rota-too-many-shifts", MOST_SHIFTS);
            }
            Instant next = changeAfter(begin);
            Instant end = next.isBefore(until) ? next : until;
            int turn = duties.size();
            duties.add(new Duty(begin, end, person(turn), person(turn + 1)));
            begin = end;
        }
        return new RotaPlan(from, until, duties);
    }

    private long person(int turn) {
        return people.get(turn % people.size());
    }

    private Instant changeAfter(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, zone);
        // A change on the same day may have passed, or be moved past the instant by the clocks; the days after it decide.
        for (LocalDate candidate = date.minusDays(1); ; candidate = candidate.plusDays(1)) {
            for (LocalTime each : timesOf(candidate)) {
                Instant change = LocalDateTime.of(candidate, each).atZone(zone).toInstant();
                if (change.isAfter(instant)) {
                    return change;
                }
            }
        }
    }

    private List<LocalTime> timesOf(LocalDate date) {
        return switch (change) {
            case WEEKLY -> date.getDayOfWeek() == day ? List.of(time) : List.of();
            case DAILY -> List.of(time);
            case TWICE_DAILY -> time.isBefore(secondTime) ? List.of(time, secondTime) : List.of(secondTime, time);
        };
    }

    private static void require(String field, Object value) {
        if (value == null) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
    }

    /** The last change at or before an instant, where a plan may begin without cutting a turn. */
    public static Instant weekBegin(Instant instant, DayOfWeek day, LocalTime time, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(instant, zone).with(TemporalAdjusters.previousOrSame(day));
        Instant begin = LocalDateTime.of(date, time).atZone(zone).toInstant();
        return begin.isAfter(instant) ? LocalDateTime.of(date.minusWeeks(1), time).atZone(zone).toInstant() : begin;
    }
}
