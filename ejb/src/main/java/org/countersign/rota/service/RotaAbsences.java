package org.countersign.rota.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.rota.model.Absence;
import org.countersign.rota.model.Duty;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.RotaEvent.AbsenceRecorded;
import org.countersign.rota.model.RotaEvent.AbsenceWithdrawn;
import org.countersign.rota.model.RotaFault;
import org.countersign.rota.model.RotaPlan;
import org.countersign.rota.model.Rotas;

/**
 * When people cannot have a duty. Somebody who is on duty in that time can only be away when somebody else takes over, in every rota and at
 * once: nothing is ever saved that leaves a place uncovered.
 */
@Stateless
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE})
public class RotaAbsences {

    @Inject
    private Rotas rotas;

    @Inject
    private RotaRevisions revisions;

    @Inject
    private RotaPeople people;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Records that a person is away. Said again, it is the same absence.
     *
     * @param coveredBy account of who takes over the person's duties, or {@code null} when there are none
     * @return the absence's id
     * @throws BusinessRuleViolation {@code absence-uncovered} naming the first duty that nobody takes over; {@code rota-same-person} or
     *     {@code rota-absent} when the one who is to take over cannot; {@code absence-over}, {@code absence-ends-before-start},
     *     {@code absence-covered-by-oneself}, {@code rota-person-unknown}, {@code required}
     */
    public long record(String account, Instant from, Instant until, String note, String coveredBy) {
        Instant now = clock.instant();
        List<Rota> locked = rotas.lockAll();
        // Read under the lock: nobody stops being an agent while taking over.
        long person = people.agent("account", account);
        Long cover = coveredBy == null || coveredBy.isBlank() ? null : people.agent("coveredBy", coveredBy);
        if (cover != null && cover == person) {
            throw BusinessRuleViolation.invalid("coveredBy", "absence-covered-by-oneself");
        }
        Absence absence = Absence.of(person, from, until, note, cover, now);
        Instant begin = from.isBefore(now) ? now : from;
        Optional<Absence> known = rotas.absences(from, until).stream()
                .filter(other -> other.accountId() == person && other.from().equals(from) && other.until().equals(until))
                .findFirst();
        if (known.isPresent()) {
            return known.get().id();
        }
        locked.forEach(rota -> takeOver(rota, person, cover, begin, until, now));
        rotas.add(absence);
        rotas.flush();
        events.fire(new AbsenceRecorded(people.account(person), absence.id(), from, until, cover == null ? null : people.account(cover)));
        return absence.id();
    }

    private void takeOver(Rota rota, long person, Long cover, Instant from, Instant until, Instant now) {
        RotaPlan published = revisions.published(rota, now);
        List<Duty> touched = published.duties().stream()
                .filter(duty -> duty.names(person) && duty.overlaps(from, until))
                .toList();
        if (touched.isEmpty()) {
            return;
        }
        if (cover == null) {
            Duty first = touched.get(0);
            throw BusinessRuleViolation.invalid(
                    "coveredBy", "absence-uncovered", people.name(person), RotaFault.written(first.from(), rota.zone()),
                    RotaFault.written(first.until(), rota.zone()), rota.name());
        }
        RotaPlan covered = published.covered(person, cover, from, until);
        revisions.revise(rota, covered.within(now, covered.until()), "absence", now);
    }

    /**
     * The person is back, or never goes. What others took over stays with them. Said again, it changes nothing.
     *
     * @throws BusinessRuleViolation {@code absence-over}, {@code not-found}
     */
    public void withdraw(long absenceId) {
        // Locked as for recording: of two who take it back at once, the second finds it done.
        rotas.lockAll();
        Absence absence = rotas.absence(absenceId).orElseThrow(() -> BusinessRuleViolation.notFound("absence", absenceId));
        if (absence.withdraw(clock.instant())) {
            events.fire(new AbsenceWithdrawn(people.account(absence.accountId()), absenceId, absence.from(), absence.until()));
        }
    }

    /** Absences that are not over and begin within a year, by beginning. Agents see who is away, not why. */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
    public List<AbsenceView> toCome() {
        Caller caller = currentCaller.get();
        boolean all = caller.has(Role.MANAGER) || caller.has(Role.ADMIN);
        Instant now = clock.instant();
        return rotas.absences(now, now.plus(PublishedPlans.FARTHEST)).stream()
                .map(absence -> new AbsenceView(
                        absence.id(),
                        people.view(absence.accountId()),
                        absence.from(),
                        absence.until(),
                        all || absence.accountId() == caller.accountId() ? absence.note() : null,
                        absence.coveredById() == null ? null : people.view(absence.coveredById())))
                .toList();
    }
}
