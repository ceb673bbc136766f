package org.countersign.rota.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.RotaCover;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;
import org.countersign.rota.model.Coverage;
import org.countersign.rota.model.Duty;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.RotaEvent.RotaCoverageChanged;
import org.countersign.rota.model.RotaFault;
import org.countersign.rota.model.RotaPattern;
import org.countersign.rota.model.RotaPlan;
import org.countersign.rota.model.Rotas;
import org.countersign.rota.service.PublishRota.Covered;
import org.countersign.rota.service.PublishRota.PlannedShift;

/** Writes the plans of rotas: shifts one by one or by a rule, checked before they are published as a whole. */
@Stateless
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.SYSTEM})
public class RotaPlanning {

    /** How long the responsible has where nothing else is said. */
    public static final Duration USUAL_PATIENCE = Duration.ofMinutes(15);

    @Inject
    private Rotas rotas;

    @Inject
    private RotaRevisions revisions;

    @Inject
    private RotaPeople people;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Publishes a plan, for a new rota or as a revision: it replaces what was to come from its beginning on. What it says of the past, if
     * anything, must be what the rota says already, or be about time for which nothing was published.
     *
     * @param expectedVersion of the rota as the caller saw it, or {@code null} to take it as it is
     * @return whether the rota is new
     * @throws BusinessRuleViolation naming the place where the plan is not sound ({@code rota-gap}, {@code rota-overlap},
     *     {@code rota-same-person}, {@code rota-absent}, {@code rota-shift-empty}, {@code rota-outside}); {@code rota-past},
     *     {@code rota-ends-in-past}, {@code rota-person-unknown}, {@code contract-unknown}, {@code contract-covered-elsewhere},
     *     {@code backup-after-out-of-range}, {@code changed-meanwhile}
     */
    public boolean publish(PublishRota command, Long expectedVersion) {
        Instant now = clock.instant();
        Optional<Rota> known = rotas.lock(Input.code("code", command.code()));
        // Read under the lock: nobody stops being an agent while being planned.
        RotaPlan plan = planOf(command);
        if (expectedVersion != null && known.map(rota -> rota.version() != expectedVersion).orElse(true)) {
            throw BusinessRuleViolation.stale("rota");
        }
        Rota rota = known.orElseGet(() -> Rota.open(command.code(), command.name(), command.zone()));
        rota.describe(command.name(), command.zone());
        plan.requireSound(List.of(), rota.zone(), people::name);
        if (known.isEmpty()) {
            rotas.add(rota);
        }
        if (command.contracts() != null) {
            // Where nothing was published before, what the plan says of the past is told for the contracts as well.
            cover(rota, command.contracts(), rota.endsAt() == null && plan.from().isBefore(now) ? plan.from() : now, now);
        }
        revisions.revise(rota, onlyToCome(rota, plan, now), "plan", now);
        return known.isEmpty();
    }

    /**
     * Every place at which the plan could not be published now; none when it could.
     *
     * @throws BusinessRuleViolation for what is wrong besides places
     */
    public List<RotaProblem> check(PublishRota command) {
        Instant now = clock.instant();
        RotaPlan plan = planOf(command);
        ZoneId zone = ZoneId.of(Input.zone("zone", command.zone()));
        Optional<Rota> known = rotas.byCode(command.code());
        List<RotaFault> faults = plan.faults(revisions.aways(plan.from(), plan.until()));
        if (faults.isEmpty() && known.isPresent()) {
            RotaPlan next = onlyToCome(known.get(), plan, now);
            faults = revisions.merged(known.get(), next, now).faults(revisions.aways(next.from(), next.until()));
        }
        return faults.stream()
                .map(fault -> new RotaProblem(fault.kind(), fault.from(), fault.until(), fault.refusal(zone, people::name)))
                .toList();
    }

    /**
     * The shifts that a rule makes, for a look before they are published.
     *
     * @throws BusinessRuleViolation as {@link RotaPattern} refuses; {@code rota-person-unknown}
     */
    public List<PlannedShift> shiftsBy(TakingTurns turns) {
        RotaPlan.requireSpan(turns.from(), turns.until());
        List<Long> inTurn = turns.people().stream().map(person -> people.agent("people", person)).toList();
        RotaPlan plan = new RotaPattern(
                        ZoneId.of(Input.zone("zone", turns.zone())), turns.change(), turns.day(), turns.time(), turns.secondTime(), inTurn)
                .between(turns.from(), turns.until());
        Map<String, Long> known = new HashMap<>();
        for (PlannedShift exception : turns.exceptions()) {
            plan = plan.except(duty("exceptions", exception, known));
        }
        return plan.duties().stream()
                .map(duty -> new PlannedShift(
                        duty.from(), duty.until(), people.account(duty.responsible()), people.account(duty.backup())))
                .toList();
    }

    private RotaPlan planOf(PublishRota command) {
        RotaPlan.requireSpan(command.from(), command.until());
        if (!command.until().isAfter(clock.instant())) {
            throw BusinessRuleViolation.invalid("until", "rota-ends-in-past");
        }
        if (command.shifts().size() > RotaPattern.MOST_SHIFTS) {
            throw BusinessRuleViolation.invalid("shifts", "rota-too-many-shifts", RotaPattern.MOST_SHIFTS);
        }
        List<Duty> duties = new ArrayList<>();
        Map<String, Long> known = new HashMap<>();
        for (int i = 0; i < command.shifts().size(); i++) {
            duties.add(duty("shifts[" + i + "]", command.shifts().get(i), known));
        }
        return new RotaPlan(command.from(), command.until(), duties);
    }

    private Duty duty(String place, PlannedShift shift, Map<String, Long> known) {
        RotaPlan.requireInstant(place + ".from", shift.from());
        RotaPlan.requireInstant(place + ".until", shift.until());
        return new Duty(
                shift.from(),
                shift.until(),
                agent(place + ".responsible", shift.responsible(), known),
                agent(place + ".backup", shift.backup(), known));
    }

    /** A plan names the same few people again and again. */
    private long agent(String place, String account, Map<String, Long> known) {
        Long id = known.get(account);
        if (id == null) {
            id = people.agent(place, account);
            known.put(account, id);
        }
        return id;
    }

    /** The part of a plan that is to come; the rest must be what was. */
    private RotaPlan onlyToCome(Rota rota, RotaPlan plan, Instant now) {
        if (rota.endsAt() == null || !plan.from().isBefore(now)) {
            return plan;
        }
        if (rota.isLapsedAt(now)) {
            if (plan.from().isBefore(rota.endsAt())) {
                throw BusinessRuleViolation.invalid("from", "rota-past", RotaFault.written(plan.from(), rota.zone()));
            }
            return plan;
        }
        RotaPlan past = plan.within(plan.from(), now);
        Instant difference = plan.from().isBefore(rota.startsAt())
                ? plan.from()
                : revisions.published(rota, plan.from()).firstDifference(past).orElse(null);
        if (difference != null) {
            throw BusinessRuleViolation.invalid("from", "rota-past", RotaFault.written(difference, rota.zone()));
        }
        return plan.within(now, plan.until());
    }

    /** @param since when what is new begins */
    private void cover(Rota rota, List<Covered> contracts, Instant since, Instant now) {
        Map<Long, Coverage> left = new LinkedHashMap<>();
        rotas.coverages(rota.id()).forEach(coverage -> left.put(coverage.contractId(), coverage));
        Set<Long> named = new HashSet<>();
        for (int i = 0; i < contracts.size(); i++) {
            Covered covered = contracts.get(i);
            String place = "contracts[" + i + "]";
            ContractTerms terms = Optional.ofNullable(covered.contract())
                    .flatMap(customers::findContract)
                    .orElseThrow(() -> BusinessRuleViolation.invalid(place, "contract-unknown", String.valueOf(covered.contract())));
            if (!named.add(terms.id())) {
                throw BusinessRuleViolation.invalid(place, "contract-named-twice", terms.code());
            }
            RotaCover cover = coverOf(place, covered);
            Coverage known = left.remove(terms.id());
            if (known == null) {
                begin(rota, terms, cover, since);
            } else if (!known.cover().equals(cover)) {
                String before = words(known.cover());
                known.until(now).ifPresent(rotas::add);
                known.say(cover, now);
                tell(rota, terms, before, words(cover));
            }
        }
        for (Coverage ended : left.values()) {
            ended.until(now).ifPresent(rotas::add);
            rotas.remove(ended);
            tell(rota, customers.contract(ended.contractId()), words(ended.cover()), null);
        }
    }

    private void begin(Rota rota, ContractTerms terms, RotaCover cover, Instant since) {
        rotas.coverageOf(terms.id()).flatMap(other -> rotas.byId(other.rotaId())).ifPresent(other -> {
            throw BusinessRuleViolation.conflict("contract-covered-elsewhere", terms.code(), other.code());
        });
        rotas.add(new Coverage(rota.id(), terms.id(), cover, since));
        tell(rota, terms, null, words(cover));
    }

    private void tell(Rota rota, ContractTerms terms, String before, String after) {
        events.fire(new RotaCoverageChanged(rota.code(), terms.id(), terms.code(), before, after));
    }

    private static String words(RotaCover cover) {
        return cover.backupAfter() + (cover.afterHoursOnly() ? " after hours" : "");
    }

    private static RotaCover coverOf(String place, Covered covered) {
        Duration patience = covered.backupAfter() == null ? USUAL_PATIENCE : covered.backupAfter();
        if (!RotaCover.isPossible(patience)) {
            throw BusinessRuleViolation.invalid(place + ".backupAfter", "backup-after-out-of-range", RotaCover.LONGEST.toMinutes());
        }
        return new RotaCover(patience, covered.afterHoursOnly());
    }
}
