package org.countersign.rota.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rota.model.Absence;
import org.countersign.rota.model.Handover;
import org.countersign.rota.model.OnCallDuty;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.Rotas;

/** Who is on duty, and when. For the staff only: customers are not told who sits where. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
public class RotaQueries {

    @Inject
    private Rotas rotas;

    @Inject
    private PublishedPlans plans;

    @Inject
    private RotaPeople people;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    /**
     * Who is on duty for a contract: exactly one answer at every instant of the published span, also at the one of a handover, which belongs
     * to the shift that begins.
     *
     * @param at {@code null} for now
     * @throws BusinessRuleViolation {@code not-found} for an unknown contract, one that no rota covers, or an instant without a published plan
     */
    public OnDutyView onDuty(String contract, Instant at) {
        if (contract == null || contract.isBlank()) {
            throw BusinessRuleViolation.invalid("contract", "required");
        }
        ContractTerms terms = customers.contract(contract.strip());
        Instant when = at == null ? clock.instant() : at;
        OnCallDuty duty = rotas.dutyOf(terms.id(), when).orElseThrow(() -> BusinessRuleViolation.notFound("duty", terms.code() + " " + when));
        return view(duty, terms.code(), when);
    }

    /** The accounts on duty for a contract now; nothing when no rota covers it, or none is published for now. */
    public Optional<OnCallDuty> dutyNow(long contractId) {
        return rotas.dutyOf(contractId, clock.instant());
    }

    /** The accounts of those who are away now. */
    public Set<Long> awayNow() {
        Instant now = clock.instant();
        return rotas.absences(now, now.plusNanos(1000)).stream().map(Absence::accountId).collect(Collectors.toSet());
    }

    /** Who is on duty in a rota now; nothing when none is published for now. */
    public Optional<OnDutyView> onDutyNow(String rotaCode) {
        Instant now = clock.instant();
        return rotas.duty(rota(rotaCode).id(), now).map(duty -> view(duty, null, now));
    }

    /** All rotas, by code. */
    public List<RotaRow> rotas() {
        return rotas.all().stream().map(rota -> new RotaRow(rota.code(), rota.name(), rota.endsAt())).toList();
    }

    /**
     * A rota with the plan of a span.
     *
     * @param from {@code null} for now
     * @param until {@code null} for the end of what is published
     * @throws BusinessRuleViolation {@code not-found}
     */
    public RotaView rota(String code, Instant from, Instant until) {
        Rota rota = rota(code);
        Instant begin = from == null ? clock.instant() : from;
        List<ShiftView> shifts = plans.duties(rota, begin, until).stream()
                .map(duty -> new ShiftView(duty.from(), duty.until(), people.view(duty.responsible()), people.view(duty.backup())))
                .toList();
        List<RotaView.Cover> covers = rotas.coverages(rota.id()).stream()
                .map(coverage -> {
                    ContractTerms terms = customers.contract(coverage.contractId());
                    return new RotaView.Cover(
                            terms.code(), terms.name(), coverage.cover().backupAfter(), coverage.cover().afterHoursOnly());
                })
                .toList();
        return new RotaView(
                rota.code(), rota.name(), rota.zone().getId(), rota.startsAt(), rota.endsAt(), rota.revision(), rota.publishedAt(),
                rota.version(), covers, shifts);
    }

    /** The caller's duties that are not over, in all rotas, by beginning. */
    public List<DutyView> myDuties() {
        long me = currentCaller.get().accountId();
        return plans.dutiesOf(me, clock.instant()).stream()
                .map(duty -> new DutyView(
                        duty.rota().code(), duty.rota().name(), duty.duty().from(), duty.duty().until(), duty.duty().backup() == me,
                        people.view(duty.duty().backup() == me ? duty.duty().responsible() : duty.duty().backup())))
                .toList();
    }

    /** Swaps of a rota that wait for an answer and could still be. */
    public List<SwapView> swapsAsked(String rotaCode) {
        Rota rota = rota(rotaCode);
        Instant now = clock.instant();
        return rotas.swapsAsked(rota.id()).stream()
                .filter(swap -> RotaSwaps.waits(swap, now))
                .map(swap -> RotaSwaps.view(swap, rota.code(), people))
                .toList();
    }

    private OnDutyView view(OnCallDuty duty, String contract, Instant at) {
        return new OnDutyView(
                contract, duty.rota(), duty.name(), at, people.view(duty.responsible()), people.view(duty.backup()), duty.from(), duty.until(),
                handoverTo(duty).orElse(null));
    }

    private Optional<HandoverView> handoverTo(OnCallDuty duty) {
        return rotas.duty(duty.rotaId(), duty.from().minusNanos(1000))
                .flatMap(before -> rotas.handoverOf(duty.rotaId(), before.from(), duty.from()))
                .map(this::view);
    }

    private HandoverView view(Handover handover) {
        return new HandoverView(
                handover.id(), people.view(handover.writtenById()), handover.writtenAt(), handover.shiftFrom(), handover.note(),
                handover.readById() == null ? null : people.view(handover.readById()), handover.readAt());
    }

    private Rota rota(String code) {
        return rotas.byCode(code == null ? "" : code).orElseThrow(() -> BusinessRuleViolation.notFound("rota", code));
    }
}
