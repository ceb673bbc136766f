package org.countersign.serviceclock.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for any calendar, zone and pauses, tried on generated ones, most of them around a change of the clocks.
 * A test's name shows the seed that made its case; {@code -Dcountersign.seed=n} tries that one alone.
 */
class ServiceClockPropertiesTest {

    /** With changes by an hour, half an hour and two, at midnight, at 00:01, of a whole day, and with none. */
    private static final List<String> ZONES = List.of("Europe/Budapest", "Europe/Amsterdam", "Europe/Lisbon",
            "America/New_York", "Atlantic/Azores", "Australia/Lord_Howe", "America/Havana", "America/Sao_Paulo",
            "America/St_Johns", "Asia/Beirut", "Africa/Casablanca", "Antarctica/Troll", "Pacific/Apia",
            "Pacific/Chatham", "Asia/Kathmandu", "UTC");
    private static final Duration LONGEST = Duration.ofDays(12);

    static LongStream seeds() {
        Long seed = Long.getLong("countersign.seed");
        return seed != null ? LongStream.of(seed) : LongStream.rangeClosed(1, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_period_is_explained_as_by_looking_at_the_wall_clock_every_minute(long seed) {
        Case made = new Case(seed);
        MinuteStepper naive = new MinuteStepper(made.calendar, made.start, made.pauses);
        naive.runTo(made.end);

        assertThat(ServiceClock.segments(made.calendar, made.start, made.end, made.pauses)).as("%s", made)
                .isEqualTo(naive.segments());
        assertThat(ServiceClock.elapsed(made.calendar, made.start, made.end, made.pauses)).as("%s", made)
                .isEqualTo(naive.counted());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_target_falls_due_or_halts_where_the_minutes_run_out(long seed) {
        Case made = new Case(seed);
        Instant limit = made.start.plus(LONGEST);
        MinuteStepper naive = new MinuteStepper(made.calendar, made.start, made.pauses);
        naive.runUntil(made.target.toMinutes(), limit);

        if (!naive.halted() && !naive.counted().equals(made.target)) {
            assertThat(dueUnlessOutOfReach(made)).as("%s", made).isAfter(limit);
            return;
        }
        Due due = ServiceClock.due(made.calendar, made.start, made.target, made.pauses);
        assertThat(due.halted()).as("%s", made).isEqualTo(naive.halted());
        assertThat(due.instant().or(due::haltedSince)).as("%s", made).contains(naive.now());
        assertThat(due.consumed()).as("%s", made).isEqualTo(naive.counted());
        assertThat(due.target()).as("%s", made).isEqualTo(made.target);
        assertThat(due.segments().stream().filter(segment -> !segment.isOpen())).as("%s", made)
                .containsExactlyElementsOf(naive.segments());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_time_of_a_period_is_the_sum_of_its_parts(long seed) {
        Case made = new Case(seed);
        Instant middle = made.start.plus(Duration.between(made.start, made.end).dividedBy(3));

        assertThat(ServiceClock.elapsed(made.calendar, made.start, middle, made.pauses)
                .plus(ServiceClock.elapsed(made.calendar, middle, made.end, made.pauses))).as("%s", made)
                .isEqualTo(ServiceClock.elapsed(made.calendar, made.start, made.end, made.pauses));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_time_of_years_is_that_of_their_segments(long seed) {
        Case made = new Case(seed);
        Instant end = made.start.plus(Duration.ofMinutes(made.random.nextInt(3 * 366 * 24 * 60)));

        assertThat(ServiceClock.elapsed(made.calendar, made.start, end, List.of())).as("%s to %s", made, end)
                .isEqualTo(ServiceClock.counted(ServiceClock.segments(made.calendar, made.start, end, List.of())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_resumed_target_is_due_as_if_the_remaining_time_began_at_its_resumption(long seed) {
        Case made = new Case(seed);
        ServiceCalendar calendar = made.calendar.withException(LocalDate.ofInstant(made.end, made.calendar.zone()).plusDays(2),
                ServiceHours.ALL_DAY).withException(LocalDate.ofInstant(made.end, made.calendar.zone()).plusDays(3), ServiceHours.ALL_DAY);
        Pause hold = Pause.openSince(made.start.plus(Duration.ofMinutes(made.random.nextInt(3000))), "AWAITING_ACCEPTANCE");
        Instant resumption = hold.from().plus(Duration.ofMinutes(made.random.nextInt(3000)));
        Duration target = made.target.dividedBy(4);
        Due halted = ServiceClock.due(calendar, made.start, target, List.of(hold));
        Due ended = ServiceClock.due(calendar, made.start, target, List.of(hold.endedAt(resumption)));

        if (halted.halted()) {
            assertThat(ended.instant()).as("%s", made)
                    .isEqualTo(ServiceClock.due(calendar, resumption, halted.remaining(), List.of()).instant());
        } else {
            assertThat(ended.instant()).as("%s", made).isEqualTo(halted.instant());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_calendar_survives_being_printed_and_read(long seed) {
        Case made = new Case(seed);

        assertThat(ServiceCalendar.of(made.calendar.toMap())).as("%s", made).isEqualTo(made.calendar);
    }

    private static Instant dueUnlessOutOfReach(Case made) {
        try {
            Due due = ServiceClock.due(made.calendar, made.start, made.target, made.pauses);
            return due.instant().or(due::haltedSince).orElseThrow();
        } catch (ServiceClockRefusal refusal) {
            assertThat(refusal.code()).isEqualTo("target-out-of-reach");
            return Instant.MAX;
        }
    }

    /** Everything made from one seed. */
    private static final class Case {

        final long seed;
        final Random random;
        final Instant start;
        final Instant end;
        final ServiceCalendar calendar;
        final List<Pause> pauses = new ArrayList<>();
        final Duration target;

        Case(long seed) {
            this.seed = seed;
            random = new Random(seed * 0x9E3779B97F4A7C15L);
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            start = someStart(zone);
            end = start.plus(Duration.ofMinutes(random.nextLong(LONGEST.toMinutes())));
            calendar = someCalendar(zone);
            target = Duration.ofMinutes(random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(6000));
            for (int i = random.nextInt(5); i > 0; i--) {
                pauses.add(somePause("PAUSE " + i));
            }
        }

        private Instant someStart(ZoneId zone) {
            Instant any = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(24 * 365)).atStartOfDay().toInstant(ZoneOffset.UTC);
            if (zone.getId().equals("Pacific/Apia") && random.nextBoolean()) {
                any = Instant.parse("2011-12-01T00:00:00Z");
            }
            ZoneOffsetTransition change = zone.getRules().nextTransition(any);
            Instant near = change == null || random.nextInt(5) == 0 ? any : change.getInstant();
            return near.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(random.nextInt(5000)));
        }

        private ServiceCalendar someCalendar(ZoneId zone) {
            Map<DayOfWeek, List<ServiceHours>> week = new EnumMap<>(DayOfWeek.class);
            boolean alwaysOpen = random.nextInt(8) == 0;
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, alwaysOpen ? List.of(ServiceHours.ALL_DAY) : someWindows());
            }
            Map<LocalDate, List<ServiceHours>> dates = new HashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                LocalDate date = LocalDate.ofInstant(start, zone).plusDays(random.nextInt(10));
                dates.put(date, random.nextBoolean() ? List.of() : someWindows());
            }
            return new ServiceCalendar(zone, week, dates);
        }

        /** None to four windows, early hours preferred since that is where clocks change; some touch. */
        private List<ServiceHours> someWindows() {
            TreeSet<Integer> bounds = new TreeSet<>();
            for (int i = random.nextInt(5) * 2; i > 0; i--) {
                bounds.add(random.nextBoolean() ? random.nextInt(25) * 60 : random.nextInt(random.nextBoolean() ? 240 : 1441));
            }
            List<Integer> sorted = List.copyOf(bounds);
            List<ServiceHours> windows = new ArrayList<>();
            for (int i = 1; i < sorted.size(); i++) {
                if (i % 2 == 1 || random.nextInt(4) == 0) {
                    windows.add(new ServiceHours(time(sorted.get(i - 1)), time(sorted.get(i))));
                }
            }
            return windows;
        }

        private static LocalTime time(int minute) {
            return LocalTime.ofSecondOfDay(minute % 1440 * 60L);
        }

        private Pause somePause(String reason) {
            Instant from = start.plus(Duration.ofMinutes(random.nextInt(12000) - 2000));
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(random.nextBoolean() ? 60 : 4000)));
            return random.nextInt(6) == 0 ? Pause.openSince(from, reason) : Pause.between(from, to, reason);
        }

        @Override
        public String toString() {
            return "seed " + seed + ": " + start + " to " + end + ", target " + target + ", " + pauses + ", " + calendar.toMap();
        }
    }
}
