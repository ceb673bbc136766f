package org.countersign.rota.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * Who is to have the duty over a span of time. A plan may be wrong while somebody writes it; {@link #faults} finds every place, and only a
 * {@linkplain #requireSound sound} plan is ever kept: at each instant of its span exactly one responsible and one other person as backup.
 *
 * @param from first instant of the span
 * @param until first instant after it
 * @param duties in the order in which they begin
 */
public record RotaPlan(Instant from, Instant until, List<Duty> duties) {

    public RotaPlan {
        duties = duties.stream().sorted(Comparator.comparing(Duty::from).thenComparing(Duty::until)).toList();
    }

    /** @throws BusinessRuleViolation {@code required}, {@code time-out-of-range}, {@code rota-ends-before-start} */
    public static void requireSpan(Instant from, Instant until) {
        Period.require("rota-ends-before-start", from, until);
    }

    /** @throws BusinessRuleViolation {@code required}, {@code time-out-of-range} */
    public static void requireInstant(String field, Instant instant) {
        Period.require(field, instant);
    }

    /** Every place at which the plan is not sound, in order of time; none for a sound plan. */
    public List<RotaFault> faults(List<Away> aways) {
        List<RotaFault> faults = new ArrayList<>();
        Instant covered = from;
        for (Duty duty : duties) {
            if (!duty.until().isAfter(duty.from())) {
                faults.add(new RotaFault(RotaFault.Kind.EMPTY_SHIFT, duty.from(), duty.until(), null));
                continue;
            }
            placeOf(duty, covered, faults);
            peopleOf(duty, aways, faults);
            covered = later(covered, duty.until());
        }
        if (covered.isBefore(until) || duties.isEmpty()) {
            faults.add(new RotaFault(RotaFault.Kind.GAP, covered, until, null));
        } else if (covered.isAfter(until)) {
            faults.add(new RotaFault(RotaFault.Kind.OUTSIDE, until, covered, null));
        }
        faults.sort(Comparator.comparing(RotaFault::from));
        return faults;
    }

    private void placeOf(Duty duty, Instant covered, List<RotaFault> faults) {
        if (duty.from().isBefore(from)) {
            faults.add(new RotaFault(RotaFault.Kind.OUTSIDE, duty.from(), earlier(from, duty.until()), null));
        }
        Instant begin = later(from, duty.from());
        if (begin.isAfter(covered)) {
            faults.add(new RotaFault(RotaFault.Kind.GAP, covered, begin, null));
        } else if (begin.isBefore(covered) && begin.isBefore(duty.until())) {
            faults.add(new RotaFault(RotaFault.Kind.OVERLAP, begin, earlier(covered, duty.until()), null));
        }
    }

    private static void peopleOf(Duty duty, List<Away> aways, List<RotaFault> faults) {
        if (duty.responsible() == duty.backup()) {
            faults.add(new RotaFault(RotaFault.Kind.SAME_PERSON, duty.from(), duty.until(), duty.responsible()));
        }
        for (Away away : aways) {
            if (duty.names(away.account()) && duty.overlaps(away.from(), away.until())) {
                faults.add(new RotaFault(
                        RotaFault.Kind.ABSENT, later(duty.from(), away.from()), earlier(duty.until(), away.until()), away.account()));
            }
        }
    }

    /** @throws BusinessRuleViolation naming the first place at which the plan is not sound */
    public RotaPlan requireSound(List<Away> aways, ZoneId zone, LongFunction<String> names) {
        List<RotaFault> faults = faults(aways);
        if (!faults.isEmpty()) {
            throw faults.get(0).refusal(zone, names);
        }
        return this;
    }

    /** The duty of a sound plan at an instant; nothing outside the span. */
    public Optional<Duty> at(Instant instant) {
        return duties.stream().filter(duty -> !instant.isBefore(duty.from()) && instant.isBefore(duty.until())).findFirst();
    }

    /**
     * This plan up to where the other begins, and from there on the other. A shift that goes on with the same people goes on: nobody hands
     * over to themselves in the middle of it.
     */
    public RotaPlan revisedBy(RotaPlan next) {
        List<Duty> all = new ArrayList<>();
        for (Duty duty : duties) {
            if (duty.from().isBefore(next.from)) {
                all.add(duty.within(from, next.from));
            }
        }
        boolean inside = duties.stream().anyMatch(duty -> duty.from().isBefore(next.from) && next.from.isBefore(duty.until()));
        List<Duty> following = next.duties;
        if (inside && !following.isEmpty()) {
            Duty last = all.get(all.size() - 1);
            Duty first = following.get(0);
            if (first.from().equals(last.until()) && first.samePeople(last)) {
                all.set(all.size() - 1, new Duty(last.from(), first.until(), last.responsible(), last.backup()));
                following = following.subList(1, following.size());
            }
        }
        all.addAll(following);
        return new RotaPlan(earlier(from, next.from), next.until, all);
    }

    /** The part of the plan between two instants. */
    public RotaPlan within(Instant start, Instant end) {
        Instant begin = later(from, start);
        Instant stop = earlier(until, end);
        return new RotaPlan(
                begin,
                stop,
                duties.stream()
                        .filter(duty -> duty.overlaps(begin, stop))
                        .map(duty -> duty.within(begin, stop))
                        .toList());
    }

    /** Two people change places between two instants. Whatever they had, nobody gets two places by it. */
    public RotaPlan exchanged(long one, long other, Instant start, Instant end) {
        return changed(start, end, duty -> duty.by(
                exchange(duty.responsible(), one, other), exchange(duty.backup(), one, other)));
    }

    private static long exchange(long who, long one, long other) {
        return who == one ? other : who == other ? one : who;
    }

    /** Somebody takes over whatever another person has between two instants. */
    public RotaPlan covered(long absent, long cover, Instant start, Instant end) {
        return changed(start, end, duty -> duty.by(
                duty.responsible() == absent ? cover : duty.responsible(), duty.backup() == absent ? cover : duty.backup()));
    }

    /** Other people than usual between two instants. */
    public RotaPlan except(Duty exception) {
        return changed(exception.from(), exception.until(), duty -> duty.by(exception.responsible(), exception.backup()));
    }

    /** Changes what lies between two instants; shifts that reach over an edge are parted there, unless nothing changes in them. */
    private RotaPlan changed(Instant start, Instant end, UnaryOperator<Duty> change) {
        List<Duty> parts = new ArrayList<>();
        for (Duty duty : duties) {
            if (!duty.overlaps(start, end) || change.apply(duty).equals(duty)) {
                parts.add(duty);
                continue;
            }
            if (duty.from().isBefore(start)) {
                parts.add(duty.within(duty.from(), start));
            }
            parts.add(change.apply(duty.within(start, end)));
            if (duty.until().isAfter(end)) {
                parts.add(duty.within(end, duty.until()));
            }
        }
        return new RotaPlan(from, until, parts);
    }

    /** The first instant at which two plans have other people on duty, within the span that both cover; nothing when they agree. */
    public Optional<Instant> firstDifference(RotaPlan other) {
        Instant begin = later(from, other.from);
        Instant end = earlier(until, other.until);
        List<Instant> edges = new ArrayList<>(List.of(begin));
        for (Duty duty : duties) {
            edges.add(duty.from());
        }
        for (Duty duty : other.duties) {
            edges.add(duty.from());
        }
        return edges.stream()
                .filter(edge -> !edge.isBefore(begin) && edge.isBefore(end))
                .sorted()
                .filter(edge -> !samePeopleAt(edge, other))
                .findFirst();
    }

    private boolean samePeopleAt(Instant instant, RotaPlan other) {
        Optional<Duty> mine = at(instant);
        Optional<Duty> theirs = other.at(instant);
        return mine.isPresent() && theirs.isPresent() && mine.get().samePeople(theirs.get());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
