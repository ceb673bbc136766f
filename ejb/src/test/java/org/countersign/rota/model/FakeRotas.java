package org.countersign.rota.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.kernel.GivenIds;

/** {@link Rotas} in memory. */
public final class FakeRotas implements Rotas {

    private final List<Rota> rotas = new ArrayList<>();
    private final List<Shift> shifts = new ArrayList<>();
    private final List<Coverage> coverages = new ArrayList<>();
    private final List<PastCoverage> pastCoverages = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private final List<Swap> swaps = new ArrayList<>();
    private final List<Handover> handovers = new ArrayList<>();
    private final Map<Long, Instant> endsTold = new HashMap<>();

    @Override
    public void add(Rota rota) {
        rotas.add(GivenIds.give(rota));
    }

    @Override
    public Optional<Rota> byCode(String code) {
        return rotas.stream().filter(rota -> rota.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Rota> byId(long id) {
        return rotas.stream().filter(rota -> rota.id() == id).findFirst();
    }

    @Override
    public Optional<Rota> lock(String code) {
        return byCode(code);
    }

    @Override
    public List<Rota> lockAll() {
        return all();
    }

    @Override
    public List<Rota> all() {
        return rotas.stream().sorted(Comparator.comparing(Rota::code)).toList();
    }

    @Override
    public List<Rota> page(String text, String afterCode, int limit) {
        String part = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(rota -> (rota.code() + "\n" + rota.name()).toLowerCase(Locale.ROOT).contains(part))
                .filter(rota -> afterCode == null || rota.code().compareTo(afterCode) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Set<Long> covering(Collection<Long> rotaIds) {
        return coverages.stream().map(Coverage::rotaId).filter(rotaIds::contains).collect(Collectors.toSet());
    }

    @Override
    public List<Rota> claimEnding(Instant until, int limit) {
        return rotas.stream()
                .filter(rota -> rota.endsAt() != null && !rota.endsAt().isAfter(until))
                .filter(rota -> !covering(List.of(rota.id())).isEmpty())
                .filter(rota -> !rota.endsAt().equals(endsTold.get(rota.id())))
                .sorted(Comparator.comparing(Rota::endsAt))
                .limit(limit)
                .peek(rota -> endsTold.put(rota.id(), rota.endsAt()))
                .toList();
    }

    @Override
    public List<Shift> shifts(long rotaId, Instant from, Instant until) {
        List<Shift> ordered = shifts.stream()
                .filter(shift -> shift.rotaId() == rotaId)
                .sorted(Comparator.comparing(Shift::startsAt))
                .toList();
        Instant inForce = ordered.stream()
                .map(Shift::startsAt)
                .filter(start -> !start.isAfter(from))
                .reduce((one, other) -> other)
                .orElse(from);
        return ordered.stream()
                .filter(shift -> !shift.startsAt().isBefore(inForce) && shift.startsAt().isBefore(until))
                .toList();
    }

    @Override
    public void add(Shift shift) {
        shifts.add(GivenIds.give(shift));
    }

    @Override
    public void remove(Shift shift) {
        shifts.remove(shift);
    }

    @Override
    public Optional<OnCallDuty> dutyOf(long contractId, Instant at) {
        return coverageOf(contractId).flatMap(coverage -> duty(coverage.rotaId(), at));
    }

    @Override
    public Optional<OnCallDuty> duty(long rotaId, Instant at) {
        return byId(rotaId)
                .filter(rota -> rota.endsAt() != null && at.isBefore(rota.endsAt()))
                .flatMap(rota -> {
                    List<Shift> following = shifts(rotaId, at, rota.endsAt());
                    Instant end = following.size() > 1 ? following.get(1).startsAt() : rota.endsAt();
                    return following.stream()
                            .findFirst()
                            .map(shift -> shift.until(end))
                            .filter(duty -> !at.isBefore(duty.from()) && at.isBefore(duty.until()))
                            .map(duty -> new OnCallDuty(
                                    rotaId, rota.code(), rota.name(), duty.from(), duty.until(), duty.responsible(), duty.backup()));
                });
    }

    @Override
    public List<Coverage> coverages(long rotaId) {
        return coverages.stream().filter(coverage -> coverage.rotaId() == rotaId).toList();
    }

    @Override
    public Optional<Coverage> coverageOf(long contractId) {
        return coverages.stream().filter(coverage -> coverage.contractId() == contractId).findFirst();
    }

    @Override
    public void add(Coverage coverage) {
        coverages.add(GivenIds.give(coverage));
    }

    @Override
    public void remove(Coverage coverage) {
        coverages.remove(coverage);
    }

    @Override
    public void add(PastCoverage coverage) {
        pastCoverages.add(GivenIds.give(coverage));
    }

    @Override
    public Optional<PastCoverage> pastCoverage(long contractId, Instant at) {
        return pastCoverages(contractId, Integer.MAX_VALUE).stream()
                .filter(coverage -> !at.isBefore(coverage.since()) && at.isBefore(coverage.until()))
                .findFirst();
    }

    @Override
    public List<PastCoverage> pastCoverages(long contractId, int limit) {
        return pastCoverages.stream()
                .filter(coverage -> coverage.contractId() == contractId)
                .sorted(Comparator.comparing(PastCoverage::since).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void add(Absence absence) {
        absences.add(GivenIds.give(absence));
    }

    @Override
    public Optional<Absence> absence(long id) {
        return absences.stream().filter(absence -> absence.id() == id).findFirst();
    }

    @Override
    public List<Absence> absences(Instant from, Instant until) {
        return absences.stream()
                .filter(absence -> !absence.isWithdrawn() && absence.from().isBefore(until) && absence.until().isAfter(from))
                .sorted(Comparator.comparing(Absence::from))
                .toList();
    }

    @Override
    public void add(Swap swap) {
        swaps.add(GivenIds.give(swap));
    }

    @Override
    public Optional<Swap> lockSwap(long id) {
        return swaps.stream().filter(swap -> swap.id() == id).findFirst();
    }

    @Override
    public List<Swap> swapsAsked(long rotaId, Instant now) {
        return swaps.stream()
                .filter(swap -> swap.rotaId() == rotaId && swap.state() == SwapState.ASKED && swap.from().isAfter(now))
                .toList();
    }

    @Override
    public void add(Handover handover) {
        handovers.add(GivenIds.give(handover));
    }

    @Override
    public Optional<Handover> handover(long id) {
        return handovers.stream().filter(handover -> handover.id() == id).findFirst();
    }

    @Override
    public List<Handover> handoversOf(long rotaId, Instant from, Instant until, int limit) {
        return handovers.stream()
                .filter(note -> note.rotaId() == rotaId && !note.shiftFrom().isBefore(from) && note.shiftFrom().isBefore(until))
                .sorted(Comparator.comparing(Handover::writtenAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void flush() {
        // Nothing waits.
    }
}
