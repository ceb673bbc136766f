package org.countersign.serviceclock.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * When service is given: the weekly hours, and for single dates the hours that stand in their place. Immutable.
 *
 * <pre>{@code
 * {zone: "Europe/Budapest",
 *  hours: {MONDAY: [["08:30", "12:00"], ["13:00", "17:00"]], …},
 *  exceptions: {"2026-12-25": [], "2026-12-12": [["08:30", "17:00"]]}}
 * }</pre>
 *
 * @param zone       the zone whose wall clock the hours are read on
 * @param hours      windows by day of the week, in order; a day that is absent has no service
 * @param exceptions windows that replace a date's weekly hours; an empty list closes the date
 * @param later      weekly hours that take the place of {@code hours} from a date on
 */
public record ServiceCalendar(
        ZoneId zone,
        Map<DayOfWeek, List<ServiceHours>> hours,
        Map<LocalDate, List<ServiceHours>> exceptions,
        NavigableMap<LocalDate, Map<DayOfWeek, List<ServiceHours>>> later) {

    /** More windows a day than any desk has; the limit bounds the work that a calendar from outside can cause. */
    static final int MOST_WINDOWS_A_DAY = 24;

    /** Years have four digits, as RFC 3339 writes them. */
    private static final int LAST_YEAR = 9999;

    private static final Set<String> MEMBERS = Set.of("zone", "hours", "exceptions");

    /**
     * Windows may come in any order and may touch.
     *
     * @throws ServiceClockRefusal when windows of a day overlap or are too many
     */
    public ServiceCalendar {
        Map<LocalDate, List<ServiceHours>> dates = new TreeMap<>();
        exceptions.forEach((date, windows) -> dates.put(date, inOrder(windows, "calendar.exceptions." + date)));
        NavigableMap<LocalDate, Map<DayOfWeek, List<ServiceHours>>> weeks = new TreeMap<>();
        later.forEach((from, week) -> weeks.put(from, week(week)));
        zone = Objects.requireNonNull(zone, "zone");
        hours = week(hours);
        exceptions = Collections.unmodifiableMap(dates);
        later = Collections.unmodifiableNavigableMap(weeks);
    }

    /** A calendar whose weekly hours never change. */
    public ServiceCalendar(ZoneId zone, Map<DayOfWeek, List<ServiceHours>> hours, Map<LocalDate, List<ServiceHours>> exceptions) {
        this(zone, hours, exceptions, Collections.emptyNavigableMap());
    }

    private static Map<DayOfWeek, List<ServiceHours>> week(Map<DayOfWeek, List<ServiceHours>> hours) {
        Map<DayOfWeek, List<ServiceHours>> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, windows) -> {
            if (!windows.isEmpty()) {
                week.put(day, inOrder(windows, "calendar.hours." + day));
            }
        });
        return Collections.unmodifiableMap(week);
    }

    /** Service around the clock, every day. */
    public static ServiceCalendar aroundTheClock(ZoneId zone) {
        return weekly(zone, List.of(DayOfWeek.values()), ServiceHours.ALL_DAY);
    }

    /** The same windows on each of the given days, without exceptions. */
    public static ServiceCalendar weekly(ZoneId zone, Collection<DayOfWeek> days, ServiceHours... windows) {
        Map<DayOfWeek, List<ServiceHours>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(windows)));
        return new ServiceCalendar(zone, week, Map.of());
    }

    /**
     * Reads the form shown above from plain maps, lists and strings. {@code zone} and {@code hours} are required,
     * {@code exceptions} may be left out, and any other member is refused, lest a misspelt one be lost.
     *
     * @throws ServiceClockRefusal naming the place, e.g. {@code calendar.hours.MONDAY[1][0]}
     */
    public static ServiceCalendar of(Map<String, ?> form) {
        for (Object member : form.keySet()) {
            if (!MEMBERS.contains(member)) {
                throw new ServiceClockRefusal("calendar." + member, "calendar-member-unknown", member);
            }
        }
        Map<DayOfWeek, List<ServiceHours>> week = new EnumMap<>(DayOfWeek.class);
        map(form.get("hours"), "calendar.hours").forEach((key, windows) -> {
            String place = "calendar.hours." + key;
            week.put(day(key, place), windows(windows, place));
        });
        Map<LocalDate, List<ServiceHours>> dates = new TreeMap<>();
        Object exceptions = form.containsKey("exceptions") ? form.get("exceptions") : Map.of();
        map(exceptions, "calendar.exceptions").forEach((key, windows) -> {
            String place = "calendar.exceptions." + key;
            dates.put(date(key, place), windows(windows, place));
        });
        return new ServiceCalendar(zone(form.get("zone")), week, dates);
    }

    /** The form that {@link #of(Map)} reads: zone, hours from Monday on, exceptions by date; of what follows {@link #later} nothing. */
    public Map<String, Object> toMap() {
        Map<String, Object> week = new LinkedHashMap<>();
        hours.forEach((day, windows) -> week.put(day.name(), lists(windows)));
        Map<String, Object> dates = new LinkedHashMap<>();
        exceptions.forEach((date, windows) -> dates.put(date.toString(), lists(windows)));
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("zone", zone.getId());
        form.put("hours", week);
        form.put("exceptions", dates);
        return form;
    }

    /** This calendar with the given windows, or none, in the place of that date's hours. */
    public ServiceCalendar withException(LocalDate date, ServiceHours... windows) {
        Map<LocalDate, List<ServiceHours>> dates = new TreeMap<>(exceptions);
        dates.put(date, List.of(windows));
        return new ServiceCalendar(zone, hours, dates, later);
    }

    /**
     * This calendar up to a date, and another one from that date on: its weekly hours, and those of its exceptions that lie there.
     *
     * @throws ServiceClockRefusal {@code calendar-zone-changed} when the other one is of another zone
     */
    public ServiceCalendar followedBy(LocalDate from, ServiceCalendar next) {
        if (!next.zone.equals(zone)) {
            throw new ServiceClockRefusal("calendar.zone", "calendar-zone-changed", next.zone.getId());
        }
        Map<LocalDate, List<ServiceHours>> dates = new TreeMap<>();
        exceptions.forEach((date, windows) -> {
            if (date.isBefore(from)) {
                dates.put(date, windows);
            }
        });
        next.exceptions.forEach((date, windows) -> {
            if (!date.isBefore(from)) {
                dates.put(date, windows);
            }
        });
        NavigableMap<LocalDate, Map<DayOfWeek, List<ServiceHours>>> weeks = new TreeMap<>(later.headMap(from, false));
        weeks.put(from, next.weekOn(from));
        weeks.putAll(next.later.tailMap(from, false));
        return new ServiceCalendar(zone, hours, dates, weeks);
    }

    /** The windows in force on a date, in order; empty when there is no service. */
    public List<ServiceHours> hoursOn(LocalDate date) {
        List<ServiceHours> exception = exceptions.get(date);
        return exception != null ? exception : weekOn(date).getOrDefault(date.getDayOfWeek(), List.of());
    }

    private Map<DayOfWeek, List<ServiceHours>> weekOn(LocalDate date) {
        Map.Entry<LocalDate, Map<DayOfWeek, List<ServiceHours>>> week = later.floorEntry(date);
        return week == null ? hours : week.getValue();
    }

    /** The hours of every week from when on nothing changes them any more. */
    public ServiceCalendar inTheEnd() {
        return new ServiceCalendar(zone, later.isEmpty() ? hours : later.lastEntry().getValue(), Map.of());
    }

    /** The first instant, from the given one on, at which service is given; empty when there is none within a year. */
    public Optional<Instant> nextOpening(Instant from) {
        Instant farthest = from.plus(Duration.ofDays(366));
        for (Instant now = from; now.isBefore(farthest); ) {
            Segment stretch = stretchFrom(now);
            if (stretch.counted()) {
                return Optional.of(now);
            }
            now = stretch.to();
        }
        return Optional.empty();
    }

    /** Whether service is given at that instant. */
    public boolean isOpen(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        return hoursOn(local.toLocalDate()).stream().anyMatch(window -> window.contains(local.toLocalTime()));
    }

    /**
     * The stretch of time that begins at the instant and ends where the wall clock next reaches an opening, a closing
     * or the end of the day, or is put forward or back. Up to there the zone's offset is constant, which makes the
     * step from wall clock to instant exact: no local time has to be resolved within a gap or an overlap.
     */
    Segment stretchFrom(Instant from) {
        ZoneRules rules = zone.getRules();
        ZoneOffset offset = rules.getOffset(from);
        LocalDateTime local = LocalDateTime.ofEpochSecond(from.getEpochSecond(), from.getNano(), offset);
        LocalDate date = local.toLocalDate();
        LocalDateTime end = date.plusDays(1).atStartOfDay();
        String reason = hoursOn(date).isEmpty() && exceptions.containsKey(date)
                ? Segment.CLOSED_DAY : Segment.OUTSIDE_SERVICE_HOURS;
        for (ServiceHours window : hoursOn(date)) {
            LocalTime time = local.toLocalTime();
            if (window.contains(time)) {
                reason = Segment.IN_SERVICE_HOURS;
                end = window.lastsToEndOfDay() ? end : date.atTime(window.closes());
                break;
            }
            if (window.opens().isAfter(time)) {
                end = date.atTime(window.opens());
                break;
            }
        }
        Instant to = end.toInstant(offset);
        ZoneOffsetTransition change = rules.nextTransition(from);
        if (change != null && change.getInstant().isBefore(to)) {
            to = change.getInstant();
        }
        return new Segment(from, to, reason.equals(Segment.IN_SERVICE_HOURS), reason);
    }

    /**
     * The service time between two instants, the end not before the start. Whole days on which the zone's offset stays the same count by the
     * length of their windows, so that a long time costs little.
     */
    Duration serviceTime(Instant start, Instant end) {
        ZoneRules rules = zone.getRules();
        Duration sum = Duration.ZERO;
        for (Instant now = start; now.isBefore(end); ) {
            LocalDateTime local = LocalDateTime.ofInstant(now, zone);
            if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                ZoneOffsetTransition change = rules.nextTransition(now);
                Instant limit = change != null && change.getInstant().isBefore(end) ? change.getInstant() : end;
                long days = Duration.between(now, limit).toDays();
                for (long day = 0; day < days; day++) {
                    for (ServiceHours window : hoursOn(local.toLocalDate().plusDays(day))) {
                        sum = sum.plus(window.length());
                    }
                }
                now = now.plus(Duration.ofDays(days));
                if (!now.isBefore(end)) {
                    break;
                }
            }
            Segment stretch = stretchFrom(now).until(end);
            sum = stretch.counted() ? sum.plus(stretch.length()) : sum;
            now = stretch.to();
        }
        return sum;
    }

    private static List<ServiceHours> inOrder(List<ServiceHours> windows, String place) {
        if (windows.size() > MOST_WINDOWS_A_DAY) {
            throw new ServiceClockRefusal(place, "service-hours-too-many", windows.size());
        }
        List<ServiceHours> sorted = windows.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).reachesInto(sorted.get(i))) {
                throw new ServiceClockRefusal(place + "[" + windows.lastIndexOf(sorted.get(i)) + "]",
                        "service-hours-overlap", sorted.get(i - 1) + " / " + sorted.get(i));
            }
        }
        return sorted;
    }

    private static ZoneId zone(Object value) {
        if (!(value instanceof String id)) {
            throw new ServiceClockRefusal("calendar.zone", "calendar-zone-missing", value);
        }
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new ServiceClockRefusal("calendar.zone", "calendar-zone-unknown", id);
        }
    }

    private static Map<?, ?> map(Object value, String place) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new ServiceClockRefusal(place, "calendar-malformed", value);
    }

    private static DayOfWeek day(Object key, String place) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(key)) {
                return day;
            }
        }
        throw new ServiceClockRefusal(place, "calendar-day-unknown", key);
    }

    private static LocalDate date(Object key, String place) {
        try {
            LocalDate date = LocalDate.parse(String.valueOf(key));
            if (date.getYear() >= 1 && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // Refused below.
        }
        throw new ServiceClockRefusal(place, "calendar-date-malformed", key);
    }

    private static List<ServiceHours> windows(Object value, String place) {
        if (!(value instanceof List<?> list)) {
            throw new ServiceClockRefusal(place, "service-hours-malformed", value);
        }
        if (list.size() > MOST_WINDOWS_A_DAY) {
            throw new ServiceClockRefusal(place, "service-hours-too-many", list.size());
        }
        List<ServiceHours> windows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            windows.add(ServiceHours.parse(list.get(i), place + "[" + i + "]"));
        }
        return windows;
    }

    private static List<List<String>> lists(List<ServiceHours> windows) {
        return windows.stream().map(ServiceHours::toList).toList();
    }
}
