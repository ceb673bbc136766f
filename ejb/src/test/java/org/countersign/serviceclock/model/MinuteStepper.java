package org.countersign.serviceclock.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Service time in the most naive way: look at the wall clock at every minute. Slow, and so simple that it can be seen
 * to be right; the service clock is compared with it.
 */
final class MinuteStepper {

    private final ServiceCalendar calendar;
    private final List<Pause> pauses;
    private final List<Segment> segments = new ArrayList<>();
    private Instant now;
    private long counted;
    private boolean halted;

    MinuteStepper(ServiceCalendar calendar, Instant start, List<Pause> pauses) {
        this.calendar = calendar;
        this.pauses = pauses;
        this.now = start;
    }

    /** Steps until the minutes have counted, an open pause is met, or the limit is reached. */
    void runUntil(long minutes, Instant limit) {
        while (counted < minutes && !halted && now.isBefore(limit)) {
            Pause pause = pauseNow();
            if (pause != null && pause.to() == null) {
                halted = true;
            } else {
                step(pause == null ? reasonOnTheWall() : pause.reason());
            }
        }
    }

    /** Steps to the end of a period. */
    void runTo(Instant end) {
        while (now.isBefore(end)) {
            Pause pause = pauseNow();
            step(pause == null ? reasonOnTheWall() : pause.reason());
        }
    }

    Instant now() {
        return now;
    }

    Duration counted() {
        return Duration.ofMinutes(counted);
    }

    boolean halted() {
        return halted;
    }

    List<Segment> segments() {
        return segments;
    }

    private void step(String reason) {
        boolean counts = reason.equals("IN_SERVICE_HOURS");
        Instant next = now.plusSeconds(60);
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null && last.reason().equals(reason)) {
            segments.set(segments.size() - 1, new Segment(last.from(), next, counts, reason));
        } else {
            segments.add(new Segment(now, next, counts, reason));
        }
        counted += counts ? 1 : 0;
        now = next;
    }

    private Pause pauseNow() {
        Pause found = null;
        for (Pause pause : pauses) {
            boolean covers = !pause.from().isAfter(now) && (pause.to() == null || pause.to().isAfter(now));
            if (covers && (found == null || pause.from().isBefore(found.from()))) {
                found = pause;
            }
        }
        return found;
    }

    private String reasonOnTheWall() {
        ZonedDateTime wall = now.atZone(calendar.zone());
        List<ServiceHours> exception = calendar.exceptions().get(wall.toLocalDate());
        if (exception != null && exception.isEmpty()) {
            return "CLOSED_DAY";
        }
        int minute = wall.getHour() * 60 + wall.getMinute();
        List<ServiceHours> windows = exception != null ? exception : calendar.hours().get(wall.getDayOfWeek());
        if (windows != null) {
            for (ServiceHours window : windows) {
                int opens = window.opens().toSecondOfDay() / 60;
                int closes = window.closes().toSecondOfDay() / 60;
                if (minute >= opens && minute < (closes == 0 ? 1440 : closes)) {
                    return "IN_SERVICE_HOURS";
                }
            }
        }
        return "OUTSIDE_SERVICE_HOURS";
    }
}
