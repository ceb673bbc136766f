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
import java.util.stream.Collectors;
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
    private PublishedPlans plans;

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
     *     {@code rota-same-person}, {@code rota-absent}, {@code rota-shift-empty}, {@code rota-outside}), or at which it would leave contracts
     *     without anybody ({@code rota-gap}, {@code rota-cut-short}); {@code rota-past},
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
        RotaPlan next = onlyToCome(rota, plan, now);
        leftAlone(rota, command, next, now).stream().findFirst().ifPresent(fault -> {
            throw fault.refusal(rota.zone(), people::name);
        });
        // Where nothing was published before, what the plan says of the past is told for the contracts as well.
        Instant start = rota.startWith(next, now);
        Instant since = start.isBefore(now) && rota.endsAt() != null ? now : start;
        if (command.contracts() != null) {
            cover(rota, command.contracts(), since, now);
        }
        beginEarlier(rota, since);
        revisions.revise(rota, next, "plan", now);
        return known.isEmpty();
    }

    /**
     * Publishes the first plan of a rota that is new. The same said twice is one rota.
     *
     * @throws BusinessRuleViolation {@code rota-exists}; and as {@link #publish} refuses
     */
    public void open(PublishRota command) {
        Optional<Rota> known = rotas.lock(Input.code("code", command.code()));
        if (known.isEmpty()) {
            publish(command, null);
        } else if (known.get().revision() > 1
                || !known.get().name().equals(Input.line("name", command.name(), 200))
                || !known.get().startsAt().equals(command.from())
                || !known.get().endsAt().equals(command.until())) {
            throw BusinessRuleViolation.invalid("code", "rota-exists", known.get().code(), known.get().name());
        }
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
            faults.addAll(leftAlone(known.get(), command, next, now));
        }
        return faults.stream()
                .map(fault -> new RotaProblem(fault.kind(), fault.from(), fault.until(), fault.refusal(zone, people::name)))
                .toList();
    }

    /**
     * Who of a plan is on duty in another rota at the same time, told once for each person and rota with the first such time. It may be meant
     * like that, so it is not refused; but one person answers one call at a time, and one rota covers as many contracts as there are.
     *
     * @throws BusinessRuleViolation as {@link #check}
     */
    public List<BusinessRuleViolation> hints(PublishRota command) {
        RotaPlan plan = planOf(command);
        ZoneId zone = ZoneId.of(Input.zone("zone", command.zone()));
        List<BusinessRuleViolation> hints = new ArrayList<>();
        for (Rota other : rotas.all()) {
            if (other.code().equals(command.code())) {
                continue;
            }
            Set<Long> told = new HashSet<>();
            for (Duty theirs : plans.duties(other, plan.from(), plan.until())) {
                plan.duties().stream()
                        .filter(ours -> ours.overlaps(theirs.from(), theirs.until()))
                        .flatMap(ours -> ours.sharedWith(theirs).stream())
                        .filter(shared -> told.add(shared.account()))
                        .forEach(shared -> hints.add(BusinessRuleViolation.invalid(
                                "shifts", "rota-elsewhere", RotaFault.written(shared.from(), zone), RotaFault.written(shared.until(), zone),
                                people.name(shared.account()), other.name())));
            }
        }
        return hints;
    }

    /**
     * The shifts that a rule makes, for a look before they are published.
     *
     * @throws BusinessRuleViolation as {@link RotaPattern} refuses; {@code rota-person-unknown}; {@code rota-exception-incomplete},
     *     {@code rota-exception-reversed}, {@code rota-exception-outside}, naming which of the exceptions
     */
    public List<PlannedShift> shiftsBy(TakingTurns turns) {
        RotaPlan.requireSpan(turns.from(), turns.until());
        List<Long> inTurn = turns.people().stream().map(person -> people.agent("people", person)).toList();
        RotaPlan plan = new RotaPattern(
                        ZoneId.of(Input.zone("zone", turns.zone())), turns.change(), turns.day(), turns.time(), turns.secondTime(), inTurn)
                .between(turns.from(), turns.until());
        Map<String, Long> known = new HashMap<>();
        for (int i = 0; i < turns.exceptions().size(); i++) {
            PlannedShift exception = turns.exceptions().get(i);
            requireUsable(i, exception, turns);
            plan = plan.except(duty("exceptions[" + i + "]", exception, known));
        }
        return plan.duties().stream()
                .map(duty -> new PlannedShift(
                        duty.from(), duty.until(), people.account(duty.responsible()), people.account(duty.backup())))
                .toList();
    }

    /** An exception that would change nothing was not meant so. */
    private static void requireUsable(int index, PlannedShift exception, TakingTurns turns) {
        String wrong = null;
        if (exception.from() == null || exception.until() == null || exception.responsible() == null || exception.backup() == null) {
            wrong = "rota-exception-incomplete";
        } else if (!exception.until().isAfter(exception.from())) {
            wrong = "rota-exception-reversed";
        } else if (exception.from().isBefore(turns.from()) || exception.until().isAfter(turns.until())) {
            wrong = "rota-exception-outside";
        }
        if (wrong != null) {
            throw BusinessRuleViolation.invalid("exceptions[" + index + "]", wrong, index + 1);
        }
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

    /**
     * The time to come in which nobody would be on duty for contracts that count on it: from now on where they are covered already, and as
     * long as people are published. A contract that is new to the rota is covered from the rota's first shift on.
     */
    private List<RotaFault> leftAlone(Rota rota, PublishRota command, RotaPlan next, Instant now) {
        Set<Long> named = command.contracts() == null ? null : contractsOf(command);
        List<Coverage> kept = rotas.coverages(rota.id()).stream()
                .filter(coverage -> named == null || named.contains(coverage.contractId()))
                .toList();
        List<RotaFault> faults = new ArrayList<>();
        Instant start = rota.startWith(next, now);
        if (start.isAfter(now) && kept.stream().anyMatch(coverage -> !coverage.since().isAfter(now))) {
            faults.add(new RotaFault(RotaFault.Kind.GAP, now, start, null));
        }
        boolean covering = !kept.isEmpty() || named != null && !named.isEmpty();
        if (covering && !rota.isLapsedAt(now) && next.until().isBefore(rota.endsAt())) {
            faults.add(new RotaFault(RotaFault.Kind.CUT_SHORT, next.until(), rota.endsAt(), null));
        }
        return faults;
    }

    private Set<Long> contractsOf(PublishRota command) {
        return command.contracts().stream()
                .flatMap(covered -> Optional.ofNullable(covered.contract()).flatMap(customers::findContract).stream())
                .map(ContractTerms::id)
                .collect(Collectors.toSet());
    }

    /** What was to begin with the first shift begins with it also when that is earlier now. */
    private void beginEarlier(Rota rota, Instant since) {
        rotas.coverages(rota.id()).stream()
                .filter(coverage -> coverage.since().isAfter(since))
                .forEach(coverage -> coverage.say(coverage.cover(), since));
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
                begin(rota, terms, cover, since, now);
            } else if (!known.cover().equals(cover)) {
                String before = words(known.cover());
                known.until(now).ifPresent(rotas::add);
                known.say(cover, since);
                tell(rota, terms, before, words(cover, since, now));
            }
        }
        for (Coverage ended : left.values()) {
            ended.until(now).ifPresent(rotas::add);
            rotas.remove(ended);
            tell(rota, customers.contract(ended.contractId()), words(ended.cover()), null);
        }
    }

    private void begin(Rota rota, ContractTerms terms, RotaCover cover, Instant since, Instant now) {
        rotas.coverageOf(terms.id()).flatMap(other -> rotas.byId(other.rotaId())).ifPresent(other -> {
            throw BusinessRuleViolation.conflict("contract-covered-elsewhere", terms.code(), other.code());
        });
        rotas.add(new Coverage(rota.id(), terms.id(), cover, since));
        tell(rota, terms, null, words(cover, since, now));
    }

    private void tell(Rota rota, ContractTerms terms, String before, String after) {
        events.fire(new RotaCoverageChanged(rota.code(), terms.id(), terms.code(), before, after));
    }

    private static String words(RotaCover cover, Instant since, Instant now) {
        return words(cover) + (since.isAfter(now) ? " from " + since : "");
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
