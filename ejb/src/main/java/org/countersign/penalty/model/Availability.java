package org.countersign.penalty.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countersign.customer.model.AvailabilityTarget;
import org.countersign.customer.model.MeasuredHours;
import org.countersign.customer.model.OutageCause;
import org.countersign.customer.model.PenaltyAmount;
import org.countersign.customer.model.PenaltyClause;
import org.countersign.customer.model.PenaltyTier;
import org.countersign.serviceclock.model.Segment;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClock;

/**
 * How available a service was in a span, and why. Time counts in the hours that the contract measures; a moment that several outages share
 * counts once; a moment that falls into an outage with an excluded cause counts neither as up nor as down, whatever else went on.
 *
 * <p>Availability is {@code (measured - excluded - down) / (measured - excluded)}.
 *
 * @param measured the time in the measured hours
 * @param spans of the outages, in order and without overlaps; all other time was up
 */
public record Availability(AvailabilityTarget target, Instant from, Instant until, Duration measured, List<Span> spans) {

    /** What a span did to the availability. */
    public enum Effect {
        /** The service was down, and that counts. */
        DOWN,
        /** The contract excludes the cause. */
        EXCLUDED,
        /** Outside the hours that are measured. */
        NOT_MEASURED
    }

    /**
     * A span in which the same outages lasted all the time.
     *
     * @param cause that it is excluded for; {@code null} unless it is
     * @param outages their ids
     */
    public record Span(Instant from, Instant until, Effect effect, OutageCause cause, List<Long> outages) {

        public Duration length() {
            return Duration.between(from, until);
        }
    }

    public Availability {
        spans = List.copyOf(spans);
    }

    /**
     * Computes it, by arithmetic on spans.
     *
     * @param calendar of the contract
     * @param until where an outage that lasts is cut off too
     */
    public static Availability of(
            AvailabilityTarget target, ServiceCalendar calendar, Instant from, Instant until, Collection<Downtime> outages) {
        ServiceCalendar hours =
                target.measured() == MeasuredHours.ALWAYS ? ServiceCalendar.aroundTheClock(calendar.zone()) : calendar;
        List<Span> spans = new ArrayList<>();
        for (Together together : together(outages, from, until)) {
            for (Segment segment : ServiceClock.segments(hours, together.from, together.until, List.of())) {
                spans.add(together.span(segment, target));
            }
        }
        return new Availability(target, from, until, ServiceClock.elapsed(hours, from, until, List.of()), spans);
    }

    /** Measured time that counts neither as up nor as down. */
    public Duration excluded() {
        return total(Effect.EXCLUDED);
    }

    public Duration down() {
        return total(Effect.DOWN);
    }

    public Share share() {
        Duration counted = measured.minus(excluded());
        return new Share(counted.minus(down()).toNanos(), counted.toNanos());
    }

    /** Whether less was available than promised. */
    public boolean isMissed() {
        return share().isBelow(target.target());
    }

    /** What a clause about availability owes for it; nothing when the clause is about another service, or enough was available. */
    public Optional<PenaltyAmount> owedBy(PenaltyClause clause) {
        if (clause.service() != null && !target.isFor(clause.service())) {
            return Optional.empty();
        }
        return clause.perBreach() != null
                ? Optional.of(clause.perBreach()).filter(each -> isMissed())
                : clause.tier(share()::isBelow).map(PenaltyTier::credit);
    }

    private Duration total(Effect effect) {
        return spans.stream().filter(span -> span.effect == effect).map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The stretches in which the same outages last, found by passing all beginnings and ends in their order. */
    private static List<Together> together(Collection<Downtime> outages, Instant from, Instant until) {
        Map<Instant, List<Downtime>> beginning = new TreeMap<>();
        Map<Instant, List<Downtime>> ending = new TreeMap<>();
        TreeMap<Instant, Boolean> turns = new TreeMap<>();
        for (Downtime outage : outages) {
            Instant begin = latest(outage.start(), from);
            Instant end = outage.end() == null ? until : earliest(outage.end(), until);
            if (begin.isBefore(end)) {
                beginning.computeIfAbsent(begin, instant -> new ArrayList<>()).add(outage);
                ending.computeIfAbsent(end, instant -> new ArrayList<>()).add(outage);
                turns.put(begin, true);
                turns.put(end, true);
            }
        }
        List<Together> found = new ArrayList<>();
        List<Downtime> lasting = new ArrayList<>();
        Instant since = from;
        for (Instant turn : turns.keySet()) {
            if (!lasting.isEmpty()) {
                found.add(new Together(since, turn, List.copyOf(lasting)));
            }
            lasting.removeAll(ending.getOrDefault(turn, List.of()));
            lasting.addAll(beginning.getOrDefault(turn, List.of()));
            since = turn;
        }
        return found;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private record Together(Instant from, Instant until, List<Downtime> outages) {

        private Span span(Segment segment, AvailabilityTarget target) {
            List<Long> ids = outages.stream().map(Downtime::id).sorted().toList();
            if (!segment.counted()) {
                return new Span(segment.from(), segment.to(), Effect.NOT_MEASURED, null, ids);
            }
            return outages.stream()
                    .sorted(Comparator.comparingLong(Downtime::id))
                    .map(Downtime::cause)
                    .filter(target.excludes()::contains)
                    .findFirst()
                    .map(cause -> new Span(segment.from(), segment.to(), Effect.EXCLUDED, cause, ids))
                    .orElseGet(() -> new Span(segment.from(), segment.to(), Effect.DOWN, null, ids));
        }
    }
}
