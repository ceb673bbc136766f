package org.countersign.rota.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.rota.model.Handover;
import org.countersign.rota.model.OnCallDuty;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.RotaEvent.HandoverRead;
import org.countersign.rota.model.RotaEvent.HandoverWritten;
import org.countersign.rota.model.Rotas;

/** What one shift leaves to the next: written by whoever is on duty, or just was, and read by whoever comes after. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE})
public class RotaHandovers {

    @Inject
    private Rotas rotas;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Leaves a note about the caller's shift, while it lasts or during the next one. The same note left twice is one.
     *
     * @return the note's id
     * @throws BusinessRuleViolation {@code handover-not-on-duty}, {@code required}, {@code too-long}, {@code not-found}
     */
    public long write(String rotaCode, String note) {
        Caller caller = currentCaller.get();
        Instant now = clock.instant();
        Rota rota = rotas.lock(rotaCode == null ? "" : rotaCode).orElseThrow(() -> BusinessRuleViolation.notFound("rota", rotaCode));
        OnCallDuty shift = shiftOf(rota, caller.accountId(), now)
                .orElseThrow(() -> BusinessRuleViolation.forbidden("handover-not-on-duty"));
        Handover handover = Handover.write(rota.id(), shift.from(), caller.accountId(), note, now);
        Optional<Handover> newest = rotas.handoversOf(rota.id(), shift.from(), shift.until(), 1).stream().filter(handover::saysTheSameAs).findFirst();
        if (newest.isPresent()) {
            return newest.get().id();
        }
        rotas.add(handover);
        rotas.flush();
        events.fire(new HandoverWritten(rota.code(), handover.id(), caller.name(), shift.from()));
        return handover.id();
    }

    /**
     * Somebody on duty has read the note of the shift before.
     *
     * @throws BusinessRuleViolation {@code handover-not-on-duty}, {@code not-found}
     */
    public void read(String rotaCode, long handoverId) {
        Caller caller = currentCaller.get();
        Instant now = clock.instant();
        Rota rota = rota(rotaCode);
        Handover handover = rotas.handover(handoverId)
                .filter(found -> found.rotaId() == rota.id())
                .orElseThrow(() -> BusinessRuleViolation.notFound("handover", handoverId));
        rotas.duty(rota.id(), now)
                .filter(duty -> isOn(duty, caller.accountId()))
                .orElseThrow(() -> BusinessRuleViolation.forbidden("handover-not-on-duty"));
        if (handover.read(caller.accountId(), now)) {
            events.fire(new HandoverRead(rota.code(), handoverId, caller.name()));
        }
    }

    /** The shift about which the account may write now: the one that runs, else the one before it. */
    private Optional<OnCallDuty> shiftOf(Rota rota, long account, Instant now) {
        Optional<OnCallDuty> current = rotas.duty(rota.id(), now);
        if (current.filter(duty -> isOn(duty, account)).isPresent()) {
            return current;
        }
        return current.flatMap(duty -> rotas.duty(rota.id(), duty.from().minusNanos(1000))).filter(duty -> isOn(duty, account));
    }

    private static boolean isOn(OnCallDuty duty, long account) {
        return duty.responsible() == account || duty.backup() == account;
    }

    private Rota rota(String code) {
        return rotas.byCode(code == null ? "" : code).orElseThrow(() -> BusinessRuleViolation.notFound("rota", code));
    }
}
