package org.countersign.rota.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.countersign.rota.model.Duty;
import org.countersign.rota.model.OnCallDuty;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.Rotas;
import org.countersign.rota.model.Shift;

/** What is published or was, shift by shift with its end. */
@Dependent
class PublishedPlans {

    /** How far ahead lists and calendars look. */
    static final Duration FARTHEST = Duration.ofDays(366);

    @Inject
    private Rotas rotas;

    /**
     * A duty somebody has.
     *
     * @param revision of the rota that last changed it
     */
    record PersonalDuty(Rota rota, Duty duty, int revision, Instant changedAt) {}

    /**
     * The shifts of a rota that touch a span.
     *
     * @param until {@code null} for the end of what is published
     */
    List<Duty> duties(Rota rota, Instant from, Instant until) {
        Instant end = until == null || rota.endsAt() == null ? rota.endsAt() : earlier(until, rota.endsAt());
        if (end == null || !end.isAfter(from)) {
            return List.of();
        }
        return ended(rota, rotas.shifts(rota.id(), from, end)).stream().filter(duty -> duty.overlaps(from, end)).toList();
    }

    /** Somebody's duties in all rotas that are not over at {@code from}, by beginning, a year ahead at most. */
    List<PersonalDuty> dutiesOf(long account, Instant from) {
        return dutiesOf(rotas.all(), account, from, from.plus(FARTHEST));
    }

    /** The same in some rotas, those that begin before {@code before}. */
    List<PersonalDuty> dutiesOf(List<Rota> in, long account, Instant from, Instant before) {
        List<PersonalDuty> found = new ArrayList<>();
        for (Rota rota : in) {
            if (rota.isLapsedAt(from)) {
                continue;
            }
            List<Shift> shifts = rotas.shifts(rota.id(), from, earlier(rota.endsAt(), before));
            List<Duty> duties = ended(rota, shifts);
            for (int i = 0; i < shifts.size(); i++) {
                if (duties.get(i).names(account) && duties.get(i).until().isAfter(from)) {
                    found.add(new PersonalDuty(rota, duties.get(i), shifts.get(i).revision(), shifts.get(i).changedAt()));
                }
            }
        }
        found.sort(Comparator.comparing(duty -> duty.duty().from()));
        return found;
    }

    /** Shifts in a row with their ends; the last one's is said by the rest of the plan. */
    private List<Duty> ended(Rota rota, List<Shift> shifts) {
        List<Duty> duties = new ArrayList<>();
        for (int i = 0; i < shifts.size(); i++) {
            Instant begin = shifts.get(i).startsAt();
            Instant end = i + 1 < shifts.size()
                    ? shifts.get(i + 1).startsAt()
                    : rotas.duty(rota.id(), begin).map(OnCallDuty::until).orElse(rota.endsAt());
            duties.add(shifts.get(i).until(end));
        }
        return duties;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
