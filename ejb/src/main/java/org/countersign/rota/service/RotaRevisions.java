package org.countersign.rota.service;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.DomainEvent;
import org.countersign.rota.model.Away;
import org.countersign.rota.model.Duty;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.RotaEvent.RotaPublished;
import org.countersign.rota.model.RotaPlan;
import org.countersign.rota.model.Rotas;
import org.countersign.rota.model.Shift;

/** Brings a plan into force: what every change of a rota, of whatever cause, goes through. The rota is locked by who calls. */
@Dependent
class RotaRevisions {

    @Inject
    private Rotas rotas;

    @Inject
    private RotaPeople people;

    @Inject
    private Event<DomainEvent> events;

    /** What is published from the shift in force at {@code at} on; a plan without shifts when that is nothing. */
    RotaPlan published(Rota rota, Instant at) {
        if (rota.isLapsedAt(at)) {
            return new RotaPlan(at, at, List.of());
        }
        return planOf(rota, stored(rota, at));
    }

    /** The shifts of the published span from the one in force at {@code from} on; those of earlier spans stay as they are. */
    private List<Shift> stored(Rota rota, Instant from) {
        return rotas.shifts(rota.id(), from.isBefore(rota.startsAt()) ? rota.startsAt() : from, rota.endsAt());
    }

    /** The published plan as it would be with {@code next} in force from its beginning on. */
    RotaPlan merged(Rota rota, RotaPlan next, Instant now) {
        if (rota.isLapsedAt(now)) {
            return next;
        }
        return planOf(rota, stored(rota, next.from())).revisedBy(next);
    }

    /** Who is away during a plan, as far as it matters from its beginning on. */
    List<Away> aways(Instant from, Instant until) {
        return rotas.absences(from, until).stream()
                .map(absence -> absence.away())
                .map(away -> away.from().isBefore(from) ? new Away(away.account(), from, away.until()) : away)
                .toList();
    }

    /**
     * Puts {@code next} in force from its beginning on. That is not before now, unless nothing is published for the time from then on.
     *
     * @throws org.countersign.kernel.BusinessRuleViolation naming the first place at which the whole would not be sound
     */
    void revise(Rota rota, RotaPlan next, String cause, Instant now) {
        boolean lapsed = rota.isLapsedAt(now);
        List<Shift> stored = lapsed ? List.of() : stored(rota, next.from());
        RotaPlan plan = merged(rota, next, now);
        plan.requireSound(aways(next.from(), next.until()), rota.zone(), people::name);

        Instant untilBefore = rota.endsAt();
        if (lapsed && untilBefore != null && untilBefore.isBefore(next.from())) {
            // From here until the next span begins nobody was on duty, and that stays known.
            rotas.shifts(rota.id(), untilBefore.minusNanos(1000), untilBefore).forEach(last -> last.close(untilBefore));
        }
        Map<Instant, Instant> endsBefore = endsOf(stored, untilBefore);
        Map<Instant, Shift> left = new HashMap<>();
        stored.forEach(shift -> left.put(shift.startsAt(), shift));
        int revision = rota.publish(plan, now);
        int changed = 0;
        for (Duty duty : plan.duties()) {
            Shift shift = left.remove(duty.from());
            if (shift == null) {
                rotas.add(new Shift(rota.id(), duty, revision, now));
                changed++;
            } else if (!shift.until(endsBefore.get(duty.from())).equals(duty)) {
                shift.say(duty, revision, now);
                changed++;
            }
        }
        left.values().forEach(rotas::remove);
        rotas.flush();
        events.fire(new RotaPublished(
                rota.code(), revision, next.from(), plan.until(), untilBefore, changed + left.size(),
                hash(plan.within(next.from(), plan.until())), cause));
    }

    private static RotaPlan planOf(Rota rota, List<Shift> shifts) {
        Map<Instant, Instant> ends = endsOf(shifts, rota.endsAt());
        List<Duty> duties = new ArrayList<>();
        shifts.forEach(shift -> duties.add(shift.until(ends.get(shift.startsAt()))));
        return new RotaPlan(duties.isEmpty() ? rota.endsAt() : duties.get(0).from(), rota.endsAt(), duties);
    }

    private static Map<Instant, Instant> endsOf(List<Shift> shifts, Instant end) {
        Map<Instant, Instant> ends = new HashMap<>();
        for (int i = 0; i < shifts.size(); i++) {
            ends.put(shifts.get(i).startsAt(), i + 1 < shifts.size() ? shifts.get(i + 1).startsAt() : end);
        }
        return ends;
    }

    private String hash(RotaPlan plan) {
        StringBuilder text = new StringBuilder();
        plan.duties().forEach(duty -> text.append(duty.from())
                .append(' ')
                .append(people.account(duty.responsible()))
                .append(' ')
                .append(people.account(duty.backup()))
                .append('\n'));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
