package org.countersign.benchmark;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.countersign.serviceclock.model.Due;
import org.countersign.serviceclock.model.Pause;
import org.countersign.serviceclock.model.Segment;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClock;
import org.countersign.serviceclock.model.ServiceHours;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What it costs to compute a due instant, beside looking at the wall clock at every minute. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DueBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Europe/Budapest");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final int YEARS = 10;
    private static final int EXCEPTIONS = 1_000;
    private static final int PAUSES = 50;
    private static final String REASON = "AWAITING_CUSTOMER";

    /** Days of service that are promised, eight hours each in two windows. */
    @Param({"1", "20", "250", "2000"})
    public int days;

    private ServiceCalendar calendar;
    private Instant start;
    private Duration target;
    private List<Pause> pauses;

    @Setup
    public void prepare() {
        List<ServiceHours> day = List.of(ServiceHours.of("08:00", "12:00"), ServiceHours.of("13:00", "17:00"));
        Map<DayOfWeek, List<ServiceHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek each : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            week.put(each, day);
        }
        Map<LocalDate, List<ServiceHours>> exceptions = new TreeMap<>();
        long span = YEARS * 365L;
        for (int i = 0; i < EXCEPTIONS; i++) {
            // Every third closes a day, the others give it shorter hours.
            exceptions.put(FIRST_DAY.plusDays(i * span / EXCEPTIONS), i % 3 == 0 ? List.of() : List.of(ServiceHours.of("09:00", "15:00")));
        }
        calendar = new ServiceCalendar(ZONE, week, exceptions);
        start = FIRST_DAY.atTime(8, 30).atZone(ZONE).toInstant();
        target = Duration.ofHours(8L * days);
        // The pauses lie within the span that the target takes, so that each of them is met.
        Instant end = ServiceClock.due(calendar, start, target, List.of()).instant().orElseThrow();
        long step = Duration.between(start, end).toMinutes() / (PAUSES + 1);
        pauses = new ArrayList<>();
        for (int i = 1; i <= PAUSES; i++) {
            Instant from = start.plus(Duration.ofMinutes(i * step));
            pauses.add(new Pause(from, from.plus(Duration.ofMinutes(Math.max(1, step / 4))), REASON));
        }
    }

    @Benchmark
    public Due due() {
        return ServiceClock.due(calendar, start, target, pauses);
    }

    @Benchmark
    public Instant byTheMinute() {
        long minutes = target.toMinutes();
        Instant now = start;
        for (int pause = 0; minutes > 0; now = now.plusSeconds(60)) {
            while (pause < pauses.size() && !pauses.get(pause).to().isAfter(now)) {
                pause++;
            }
            boolean paused = pause < pauses.size() && !pauses.get(pause).from().isAfter(now);
            if (!paused && calendar.isOpen(now)) {
                minutes--;
            }
        }
        return now;
    }

    /** Stretches that the computation went through: windows, what lies between them, pauses; what lasts over midnight is one for each day. */
    private static int touched(int days) {
        DueBenchmark one = new DueBenchmark();
        one.days = days;
        one.prepare();
        List<Segment> segments = one.due().segments();
        if (!one.byTheMinute().equals(one.due().instant().orElseThrow())) {
            throw new IllegalStateException("The two do not agree on " + days + " days");
        }
        return segments.stream()
                .mapToInt(segment -> 1 + (isPause(segment) ? 0 : midnightsWithin(segment)))
                .sum();
    }

    private static boolean isPause(Segment segment) {
        return segment.reason().equals(REASON);
    }

    private static int midnightsWithin(Segment segment) {
        LocalDate last = LocalDate.ofInstant(segment.to().minusNanos(1), ZONE);
        return (int) ChronoUnit.DAYS.between(LocalDate.ofInstant(segment.from(), ZONE), last);
    }

    static void run(Report report) throws RunnerException {
        boolean tiny = Sizes.isTiny();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(DueBenchmark.class.getName())
                        .forks(tiny ? 0 : 1)
                        .warmupIterations(tiny ? 1 : 5)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(tiny ? 1 : 5)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
        Map<Integer, Map<String, Double>> nanos = new TreeMap<>();
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            nanos.computeIfAbsent(Integer.valueOf(result.getParams().getParam("days")), days -> new TreeMap<>())
                    .put(name, result.getPrimaryResult().getScore());
        }
        report.heading("Computing a due instant: ten years, " + EXCEPTIONS + " exceptions, " + PAUSES + " pauses");
        report.header("service days promised", "stretches touched", "due (µs)", "ns per stretch", "minute by minute (µs)", "times as long");
        nanos.forEach((days, of) -> {
            int touched = touched(days);
            double due = of.get("due");
            double stepper = of.get("byTheMinute");
            report.row(days, touched, due / 1e3, due / touched, stepper / 1e3, stepper / due);
        });
    }
}
