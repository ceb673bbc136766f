package org.countersign.rota.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.RotaCover;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.rota.model.Absence;
import org.countersign.rota.model.Coverage;
import org.countersign.rota.model.Handover;
import org.countersign.rota.model.OnCallDuty;
import org.countersign.rota.model.PastCoverage;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.RotaFault;
import org.countersign.rota.model.RotaPlan;
import org.countersign.rota.model.Rotas;

/** Who is on duty, and when. For the staff only: customers are not told who sits where. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
public class RotaQueries {

    /** How much of the past a contract's page tells. */
    private static final int EARLIER = 20;

    /** Notes of one shift, more than anybody reads. */
    private static final int MOST_NOTES = 20;

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
     * @throws BusinessRuleViolation {@code nobody-on-duty} from the instant on at which the published plan ends; {@code not-found} for an
     *     unknown contract, an instant at which no rota covered it, or one between two published spans
     */
    public OnDutyView onDuty(String contract, Instant at) {
        if (contract == null || contract.isBlank()) {
            throw BusinessRuleViolation.invalid("contract", "required");
        }
        if (at != null) {
            RotaPlan.requireInstant("at", at);
        }
        ContractTerms terms = customers.contract(contract.strip());
        Instant when = at == null ? clock.instant() : at;
        Optional<OnCallDuty> duty = at == null ? rotas.dutyOf(terms.id(), when) : dutyThen(terms.id(), when);
        return view(duty.orElseThrow(() -> nobody(terms, when)), terms.code(), when);
    }

    private BusinessRuleViolation nobody(ContractTerms terms, Instant when) {
        return rotas.coverageOf(terms.id())
                .flatMap(coverage -> rotas.byId(coverage.rotaId()))
                .filter(rota -> rota.isLapsedAt(when))
                .map(rota -> BusinessRuleViolation.conflict(
                        "nobody-on-duty", terms.code(), RotaFault.written(rota.endsAt(), rota.zone()), rota.name()))
                .orElseGet(() -> BusinessRuleViolation.notFound("duty", terms.code() + " " + when));
    }

    /** By the rota that covered the contract at that instant, which may be another one than today's. */
    private Optional<OnCallDuty> dutyThen(long contractId, Instant at) {
        Optional<Long> rota = rotas.coverageOf(contractId).filter(coverage -> !at.isBefore(coverage.since())).map(Coverage::rotaId);
        return rota.or(() -> rotas.pastCoverage(contractId, at).map(PastCoverage::rotaId)).flatMap(id -> rotas.duty(id, at));
    }

    /**
     * Which rota covers a contract, since when, who is on duty now, and what was before.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public ContractCoverView coverOf(String contract) {
        ContractTerms terms = customers.contract(contract == null ? "" : contract.strip());
        Instant now = clock.instant();
        Optional<Coverage> coverage = rotas.coverageOf(terms.id());
        return new ContractCoverView(
                terms.code(),
                now,
                coverage.map(known -> cover(known.rotaId(), known.cover(), known.since(), null)).orElse(null),
                rotas.dutyOf(terms.id(), now).map(duty -> view(duty, terms.code(), now)).orElse(null),
                coverage.flatMap(known -> rotas.byId(known.rotaId())).map(Rota::endsAt).orElse(null),
                rotas.pastCoverages(terms.id(), EARLIER).stream()
                        .map(known -> cover(known.rotaId(), known.cover(), known.since(), known.until()))
                        .toList());
    }

    private ContractCoverView.Cover cover(long rotaId, RotaCover cover, Instant since, Instant until) {
        Rota rota = rotas.byId(rotaId).orElseThrow(() -> BusinessRuleViolation.notFound("rota", rotaId));
        return new ContractCoverView.Cover(rota.code(), rota.name(), cover.backupAfter(), cover.afterHoursOnly(), since, until);
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

    /** @throws BusinessRuleViolation {@code not-found} */
    public void requireRota(String code) {
        rota(code);
    }

    /** Whether there is a rota with that code. */
    public boolean isKnown(String code) {
        return rotas.byCode(code == null ? "" : code).isPresent();
    }

    /**
     * Rotas by code.
     *
     * @param text part of name or code, or {@code null} for all
     * @throws BusinessRuleViolation {@code limit-out-of-range}
     */
    public CursorPage<RotaRow> list(String text, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        List<Rota> page = rotas.page(text, after, rows + 1);
        Set<Long> covering = rotas.covering(page.stream().map(Rota::id).toList());
        Instant now = clock.instant();
        return CursorPage.of(
                page.stream()
                        .map(rota -> new RotaRow(
                                rota.code(), rota.name(), rota.endsAt(), covering.contains(rota.id()) && rota.endsSoon(now)))
                        .toList(),
                rows,
                RotaRow::code);
    }

    /**
     * A rota with the plan of a span.
     *
     * @param from {@code null} for now
     * @param until {@code null} for the end of what is published
     * @throws BusinessRuleViolation {@code not-found}, {@code time-out-of-range}
     */
    public RotaView rota(String code, Instant from, Instant until) {
        Rota rota = rota(code);
        if (until != null) {
            RotaPlan.requireInstant("until", until);
        }
        Instant begin = from == null ? clock.instant() : from;
        RotaPlan.requireInstant("from", begin);
        List<ShiftView> shifts = plans.duties(rota, begin, until).stream()
                .map(duty -> new ShiftView(duty.from(), duty.until(), people.view(duty.responsible()), people.view(duty.backup())))
                .toList();
        Map<Long, Coverage> covered = rotas.coverages(rota.id()).stream().collect(Collectors.toMap(Coverage::contractId, coverage -> coverage));
        List<RotaView.Cover> covers = covered.isEmpty()
                ? List.of()
                : customers.contracts().stream()
                        .filter(terms -> covered.containsKey(terms.id()))
                        .map(terms -> cover(terms, covered.get(terms.id()).cover()))
                        .toList();
        return new RotaView(
                rota.code(), rota.name(), rota.zone().getId(), rota.startsAt(), rota.endsAt(), rota.revision(), rota.publishedAt(),
                rota.version(), !covers.isEmpty() && rota.endsSoon(clock.instant()), covers, shifts);
    }

    private static RotaView.Cover cover(ContractTerms terms, RotaCover cover) {
        return new RotaView.Cover(terms.code(), terms.name(), cover.backupAfter(), cover.afterHoursOnly());
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
        return rotas.swapsAsked(rota.id(), clock.instant()).stream()
                .map(swap -> RotaSwaps.view(swap, rota.code(), people))
                .toList();
    }

    private OnDutyView view(OnCallDuty duty, String contract, Instant at) {
        return new OnDutyView(
                contract, duty.rota(), duty.name(), at, people.view(duty.responsible()), people.view(duty.backup()), duty.from(), duty.until(),
                handoversTo(duty));
    }

    /** Each of the two may leave some; nobody's note hides the other's. */
    private List<HandoverView> handoversTo(OnCallDuty duty) {
        return rotas.duty(duty.rotaId(), duty.from().minusNanos(1000)).stream()
                .flatMap(before -> rotas.handoversOf(duty.rotaId(), before.from(), duty.from(), MOST_NOTES).stream())
                .map(this::view)
                .toList();
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
