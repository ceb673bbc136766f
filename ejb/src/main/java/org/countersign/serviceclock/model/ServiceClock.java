package org.countersign.serviceclock.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Arithmetic of service time. Time counts while it lies within service hours and outside pauses; all periods include
 * their beginning and exclude their end. The cost is constant for every window, day and pause that is touched.
 *
 * <p>Where input is refused the exception is a {@link ServiceClockRefusal}.
 */
public final class ServiceClock {

    /** A target that takes longer than this, pauses not included, is refused: ten years with their leap days. */
    public static final Duration FARTHEST_TARGET = Duration.ofDays(3653);

    /** The longest period that can be measured: a hundred years. */
    public static final Duration LONGEST_PERIOD = Duration.ofDays(36525);

    /** Instants before this are refused. */
    public static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    /** Instants after this are refused. */
    public static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private ServiceClock() {
    }

    /**
     * When a target that starts to run at {@code start} is used up. A target of nothing is due at its start, at any
     * hour; a target that is used up at closing time is due at closing time, not at the next opening. An open pause
     * that begins before the target is used up halts it.
     *
     * @throws ServiceClockRefusal {@code target-negative}, {@code target-out-of-reach} when the calendar does not give
     *         that much service within {@link #FARTHEST_TARGET}, {@code instant-out-of-range}
     */
    public static Due due(ServiceCalendar calendar, Instant start, Duration target, List<Pause> pauses) {
        requireInRange("start", start);
        requireInRange(pauses);
        if (target.isNegative()) {
            throw new ServiceClockRefusal("target", "target-negative", target);
        }
        Timeline timeline = new Timeline(calendar, start, pauses);
        List<Segment> segments = new ArrayList<>();
        Duration remaining = target;
        Duration running = Duration.ZERO;
        Instant now = start;
        while (!remaining.isZero()) {
            boolean paused = timeline.paused();
            Segment segment = timeline.next();
            if (segment.isOpen()) {
                append(segments, segment);
                return Due.haltedAt(now, target.minus(remaining), remaining, segments);
            }
            if (segment.counted()) {
                segment = remaining.compareTo(segment.length()) < 0 ? segment.until(now.plus(remaining)) : segment;
                remaining = remaining.minus(segment.length());
            }
            running = paused ? running : running.plus(segment.length());
            if (running.compareTo(FARTHEST_TARGET) > 0) {
                throw new ServiceClockRefusal("target", "target-out-of-reach", target);
            }
            append(segments, segment);
            now = segment.to();
        }
        return Due.at(now, target, segments);
    }

    /**
     * The service time between two instants. Time within an open pause does not count.
     *
     * @throws ServiceClockRefusal {@code end-before-start}, {@code period-too-long}, {@code instant-out-of-range}
     */
    public static Duration elapsed(ServiceCalendar calendar, Instant start, Instant end, List<Pause> pauses) {
        if (!pauses.isEmpty()) {
            return counted(segments(calendar, start, end, pauses));
        }
        requirePeriod(start, end);
        return calendar.serviceTime(start, end);
    }

    /**
     * The explanation of {@link #elapsed}: the period in segments that follow each other without gaps, neighbours of
     * the same reason joined. All of them are closed: at the end of the period an open pause is cut off.
     *
     * @throws ServiceClockRefusal as {@link #elapsed} does
     */
    public static List<Segment> segments(ServiceCalendar calendar, Instant start, Instant end, List<Pause> pauses) {
        requireInRange(pauses);
        requirePeriod(start, end);
        Timeline timeline = new Timeline(calendar, start, pauses);
        List<Segment> segments = new ArrayList<>();
        for (Instant now = start; now.isBefore(end); ) {
            Segment segment = timeline.next().until(end);
            append(segments, segment);
            now = segment.to();
        }
        return List.copyOf(segments);
    }

    /** The service time in closed segments; what is not counted adds nothing. */
    public static Duration counted(List<Segment> segments) {
        return segments.stream().filter(Segment::counted).map(Segment::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static void append(List<Segment> segments, Segment next) {
        int last = segments.size() - 1;
        if (last >= 0 && segments.get(last).continuedBy(next)) {
            Segment before = segments.remove(last);
            segments.add(new Segment(before.from(), next.to(), before.counted(), before.reason()));
        } else {
            segments.add(next);
        }
    }

    private static void requirePeriod(Instant start, Instant end) {
        requireInRange("start", start);
        requireInRange("end", end);
        if (end.isBefore(start)) {
            throw new ServiceClockRefusal("end", "end-before-start", start + "/" + end);
        }
        if (Duration.between(start, end).compareTo(LONGEST_PERIOD) > 0) {
            throw new ServiceClockRefusal("end", "period-too-long", start + "/" + end);
        }
    }

    private static void requireInRange(List<Pause> pauses) {
        for (Pause pause : pauses) {
            requireInRange("pauses", pause.from());
            if (!pause.isOpen()) {
                requireInRange("pauses", pause.to());
            }
        }
    }

    private static void requireInRange(String place, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new ServiceClockRefusal(place, "instant-out-of-range", instant);
        }
    }
}
