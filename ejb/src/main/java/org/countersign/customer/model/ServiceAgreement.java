package org.countersign.customer.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What a contract says, as a document: hours, priorities, targets and what moves them. Immutable; each change is a new version of the
 * contract.
 *
 * <pre>{@code
 * calendar: BUDAPEST-5-12
 * language: hu
 * priority:                       # left out: the usual matrix, and the customer's wish moves nothing
 *   matrix: {HIGH: {HIGH: P1, MEDIUM: P2, LOW: P3}, MEDIUM: {…}, LOW: {…}}
 *   wishMoves: false
 *   deskAssesses: false           # true: what a customer says of impact and urgency is a wish as well
 * firstResponse: {by: [PUBLIC_MESSAGE], automaticMail: false}
 * targets:                        # one set without kinds and criticalities is the default
 *   - starts: RECEIPT
 *     pausedBy: {response: [HELD], update: [HELD], resolution: [HELD, AWAITING_CUSTOMER]}
 *     priorities: {P1: {response: PT30M, update: PT1H, resolution: PT4H}, …}
 *   - kinds: [QUESTION]
 *     channels: [EMAIL]
 *     priorities: {P3: {response: PT4H}}
 * maintenance: {goLive: 2026-03-01, until: 2026-05-31}
 * services: [{name: Policy administration, criticality: CRITICAL}]
 * skills: [{service: Policy administration, skill: POLICY-ADMIN, level: PROFICIENT}]
 * availability: […]               # see AvailabilityTarget; left out: none is agreed
 * penalties: {…}                  # see PenaltyTerms; left out: nothing is owed
 * queue: {order: RECEIVED}        # left out: by priority
 * levels: {L2: CUSTOMER}          # left out: all of them are the provider's
 * escalation: [{rule: LATE, at: {percent: 75, of: RESOLUTION}, then: {level: L2, notify: [MANAGER]}}]
 * categories: [{category: BUG, title: Bugs, level: L3}]
 * minimum: [SERVICE, FIELD:user]  # left out: whatever is reported is complete
 * environments: [Production, Preproduction]   # left out: a report names its environment freely
 * remoteAccess: [{equipment: VPN client, suppliedBy: CUSTOMER, note: One account for each engineer}]
 * }</pre>
 *
 * @param calendar code of the service calendar in whose hours every target runs
 * @param language of reports and of mails to people without a language of their own
 * @param targets sets of targets, in the order of the document
 * @param maintenance {@code null} when none is agreed
 * @param services those that reports may be about, as far as they are listed
 * @param skills what is demanded of the people who work on a service
 * @param availability how available services are to be, as far as that is agreed
 * @param penalties what is owed for missed targets; {@code null} when nothing is
 * @param queue in which order tickets are taken
 * @param escalation when tickets are escalated, and how
 * @param levels who works which support level
 * @param environments those that reports may be about
 * @param remoteAccess by what the provider reaches the customer's systems
 * @param categories the kinds of work, with the level that works on each
 * @param minimum what a report has at least
 */
public record ServiceAgreement(
        String calendar,
        String language,
        PriorityRule priority,
        FirstResponseRule firstResponse,
        List<TargetSet> targets,
        MaintenancePeriod maintenance,
        List<CoveredService> services,
        SkillDemands skills,
        List<AvailabilityTarget> availability,
        PenaltyTerms penalties,
        QueueRule queue,
        List<EscalationRule> escalation,
        SupportLevels levels,
        Environments environments,
        List<RemoteAccess> remoteAccess,
        Categories categories,
        MinimumContent minimum) {

    private static final String[] MEMBERS = {
        "calendar", "language", "priority", "firstResponse", "targets", "maintenance", "services", "skills", "availability",
        "penalties", "queue", "escalation", "levels", "environments", "remoteAccess", "categories", "minimum"
    };

    public ServiceAgreement {
        targets = List.copyOf(targets);
        services = List.copyOf(services);
        availability = List.copyOf(availability);
        escalation = List.copyOf(escalation);
        remoteAccess = List.copyOf(remoteAccess);
    }

    /** An agreement about targets alone, the tickets taken by priority. */
    public ServiceAgreement(
            String calendar,
            String language,
            PriorityRule priority,
            FirstResponseRule firstResponse,
            List<TargetSet> targets,
            MaintenancePeriod maintenance,
            List<CoveredService> services) {
        this(
                calendar,
                language,
                priority,
                firstResponse,
                targets,
                maintenance,
                services,
                SkillDemands.NONE,
                List.of(),
                null,
                QueueRule.USUAL,
                List.of(),
                SupportLevels.USUAL,
                Environments.ANY,
                List.of(),
                Categories.NONE,
                MinimumContent.NONE);
    }

    /** What is promised to one ticket. */
    public record Promise(TargetSet set, TargetTimes times) {}

    /**
     * Reads the form shown above from plain maps, lists and values.
     *
     * @throws BusinessRuleViolation naming the place, e.g. {@code targets[2].priorities.P1.resolution}
     */
    public static ServiceAgreement of(Object document) {
        AgreementForm form = AgreementForm.document(document, MEMBERS);
        List<AgreementForm> forms = form.forms("targets", TargetSet.MEMBERS);
        List<TargetSet> sets = forms.stream().map(TargetSet::of).toList();
        List<CoveredService> services = services(form);
        List<AvailabilityTarget> availability = availability(form, services);
        SupportLevels levels = form.optionalForm("levels", SupportLevels.MEMBERS).map(SupportLevels::of).orElse(SupportLevels.USUAL);
        Categories categories = Categories.of(form, levels);
        ServiceAgreement agreement = new ServiceAgreement(
                form.code("calendar"),
                form.language("language"),
                form.optionalForm("priority", PriorityRule.MEMBERS).map(PriorityRule::of).orElse(PriorityRule.USUAL),
                form.optionalForm("firstResponse", FirstResponseRule.MEMBERS).map(FirstResponseRule::of).orElse(FirstResponseRule.USUAL),
                sets,
                form.optionalForm("maintenance", MaintenancePeriod.MEMBERS).map(MaintenancePeriod::of).orElse(null),
                services,
                SkillDemands.of(form.forms("skills", SkillDemand.MEMBERS), services),
                availability,
                form.optionalForm("penalties", PenaltyTerms.MEMBERS)
                        .map(penalties -> PenaltyTerms.of(penalties, availability, sets))
                        .orElse(null),
                form.optionalForm("queue", QueueRule.MEMBERS).map(QueueRule::of).orElse(QueueRule.USUAL),
                EscalationRule.of(form),
                levels,
                Environments.of(form),
                RemoteAccess.of(form),
                categories,
                MinimumContent.of(form, categories));
        requireOneDefault(agreement.targets);
        requireMaintenance(forms, agreement);
        requireDistinct(agreement.targets);
        return agreement;
    }

    /** The form that {@link #of} reads, with everything that was left out filled in. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("calendar", calendar);
        map.put("language", language);
        map.put("priority", priority.toMap());
        map.put("firstResponse", firstResponse.toMap());
        map.put("targets", targets.stream().map(TargetSet::toMap).toList());
        if (maintenance != null) {
            map.put("maintenance", maintenance.toMap());
        }
        if (!services.isEmpty()) {
            map.put("services", services.stream().map(CoveredService::toMap).toList());
        }
        if (!skills.isEmpty()) {
            map.put("skills", skills.toList());
        }
        if (!availability.isEmpty()) {
            map.put("availability", availability.stream().map(AvailabilityTarget::toMap).toList());
        }
        if (penalties != null) {
            map.put("penalties", penalties.toMap());
        }
        map.put("queue", queue.toMap());
        if (!escalation.isEmpty()) {
            map.put("escalation", escalation.stream().map(EscalationRule::toMap).toList());
        }
        if (!levels.equals(SupportLevels.USUAL)) {
            map.put("levels", levels.toMap());
        }
        if (!environments.names().isEmpty()) {
            map.put("environments", environments.names());
        }
        if (!remoteAccess.isEmpty()) {
            map.put("remoteAccess", remoteAccess.stream().map(RemoteAccess::toMap).toList());
        }
        if (!categories.isEmpty()) {
            map.put("categories", categories.toList());
        }
        if (!minimum.isEmpty()) {
            map.put("minimum", minimum.demanded());
        }
        return map;
    }

    /**
     * What is promised to a ticket: by the most specific set of targets that has its priority.
     *
     * @param priorityName one of {@link AgreementVocabulary#PRIORITIES}
     */
    public Promise promise(TicketTraits ticket, String priorityName) {
        Criticality criticality = criticality(ticket.service());
        boolean underMaintenance = maintenance != null && maintenance.covers(ticket.received());
        return targets.stream()
                .filter(set -> set.isFor(ticket, criticality, underMaintenance) && set.priorities().containsKey(priorityName))
                .max(Comparator.comparingInt(TargetSet::specificity))
                .map(set -> new Promise(set, set.priorities().get(priorityName)))
                .orElseThrow(() -> new IllegalStateException("An agreement has a default set with every priority, " + priorityName + " too"));
    }

    /** How much depends on a service; {@link Criticality#NORMAL} unless it is listed. */
    public Criticality criticality(String service) {
        return services.stream()
                .filter(covered -> service != null && covered.name().equalsIgnoreCase(service.strip()))
                .findFirst()
                .map(CoveredService::criticality)
                .orElse(Criticality.NORMAL);
    }

    private static List<CoveredService> services(AgreementForm form) {
        List<CoveredService> services = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (AgreementForm one : form.forms("services", "name", "criticality")) {
            CoveredService service = CoveredService.of(one);
            if (!names.add(service.name().toLowerCase(Locale.ROOT))) {
                throw BusinessRuleViolation.invalid(one.at("name"), "agreement-service-twice", service.name());
            }
            services.add(service);
        }
        return services;
    }

    private static List<AvailabilityTarget> availability(AgreementForm form, List<CoveredService> services) {
        List<AvailabilityTarget> targets = new ArrayList<>();
        for (AgreementForm one : form.forms("availability", AvailabilityTarget.MEMBERS)) {
            AvailabilityTarget target = AvailabilityTarget.of(one, services);
            if (targets.stream().anyMatch(earlier -> earlier.isFor(target.service()))) {
                throw BusinessRuleViolation.invalid(one.at("service"), "agreement-service-twice", target.service());
            }
            targets.add(target);
        }
        return targets;
    }

    private static void requireMaintenance(List<AgreementForm> sets, ServiceAgreement agreement) {
        for (int i = 0; i < sets.size(); i++) {
            if (agreement.targets.get(i).maintenance() && agreement.maintenance == null) {
                throw BusinessRuleViolation.invalid(sets.get(i).at("maintenance"), "maintenance-not-agreed");
            }
        }
    }

    private static void requireOneDefault(List<TargetSet> targets) {
        if (targets.stream().noneMatch(TargetSet::isDefault)) {
            throw BusinessRuleViolation.invalid("targets", "targets-without-default");
        }
    }

    /** No two sets may claim the same ticket with the same right. */
    private static void requireDistinct(List<TargetSet> targets) {
        for (int later = 1; later < targets.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (targets.get(earlier).overlaps(targets.get(later))) {
                    throw BusinessRuleViolation.invalid("targets[" + later + "]", "targets-overlap", earlier);
                }
            }
        }
    }
}
