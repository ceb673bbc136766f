package org.countersign.customer.model;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * The targets of some tickets: those of the named kinds, about services of the named criticalities.
 *
 * @param kinds of tickets; all when empty
 * @param criticalities of the service that a ticket is about; all when empty
 * @param starts from when on the targets count
 * @param pausedBy the waits that pause each target; the wait for the customer's acceptance always pauses
 * @param priorities what is promised, by priority; a priority that is missing here falls back to a less specific set
 */
public record TargetSet(
        List<String> kinds,
        List<Criticality> criticalities,
        TargetStart starts,
        Map<ServiceTarget, List<String>> pausedBy,
        Map<String, TargetTimes> priorities) {

    static final String[] MEMBERS = {"kinds", "criticalities", "starts", "pausedBy", "priorities"};

    /** Whoever waits for the report itself owes nothing; work that waits for others owes no solution, but a word. */
    public static final Map<ServiceTarget, List<String>> USUAL_PAUSES = Map.of(
            ServiceTarget.RESPONSE, List.of("HELD"),
            ServiceTarget.UPDATE, List.of("HELD"),
            ServiceTarget.RESOLUTION, AgreementVocabulary.WAITS);

    public TargetSet {
        kinds = List.copyOf(kinds);
        criticalities = List.copyOf(criticalities);
        Map<ServiceTarget, List<String>> pauses = new EnumMap<>(ServiceTarget.class);
        for (ServiceTarget target : ServiceTarget.values()) {
            pauses.put(target, List.copyOf(pausedBy.getOrDefault(target, USUAL_PAUSES.get(target))));
        }
        pausedBy = java.util.Collections.unmodifiableMap(pauses);
        priorities = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(priorities));
    }

    static TargetSet of(AgreementForm form) {
        Map<ServiceTarget, List<String>> pauses = new EnumMap<>(ServiceTarget.class);
        form.optionalForm("pausedBy", TargetTimes.MEMBERS).ifPresent(given -> {
            for (ServiceTarget target : ServiceTarget.values()) {
                if (given.has(member(target))) {
                    pauses.put(target, given.words(member(target), AgreementVocabulary.WAITS));
                }
            }
        });
        TargetSet set = new TargetSet(
                form.words("kinds", AgreementVocabulary.KINDS),
                form.words("criticalities", AgreementForm.names(Criticality.class)).stream().map(Criticality::valueOf).toList(),
                form.has("starts") ? form.constant("starts", TargetStart.class) : TargetStart.RECEIPT,
                pauses,
                form.byWord("priorities", AgreementVocabulary.PRIORITIES, TargetTimes::of, TargetTimes.MEMBERS));
        if (set.priorities.isEmpty() || set.isDefault() && !set.priorities.keySet().containsAll(AgreementVocabulary.PRIORITIES)) {
            throw BusinessRuleViolation.invalid(form.at("priorities"), "targets-incomplete", String.join(", ", AgreementVocabulary.PRIORITIES));
        }
        return set;
    }

    /** Whether it is for every ticket that no other set is for. */
    public boolean isDefault() {
        return kinds.isEmpty() && criticalities.isEmpty();
    }

    boolean isFor(String kind, Criticality criticality) {
        return (kinds.isEmpty() || kinds.contains(kind)) && (criticalities.isEmpty() || criticalities.contains(criticality));
    }

    /** A set that names the kind goes before one that names the criticality. */
    int specificity() {
        return (kinds.isEmpty() ? 0 : 2) + (criticalities.isEmpty() ? 0 : 1);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (!kinds.isEmpty()) {
            map.put("kinds", kinds);
        }
        if (!criticalities.isEmpty()) {
            map.put("criticalities", criticalities.stream().map(Enum::name).toList());
        }
        map.put("starts", starts.name());
        Map<String, Object> pauses = new LinkedHashMap<>();
        pausedBy.forEach((target, waits) -> pauses.put(member(target), waits));
        map.put("pausedBy", pauses);
        Map<String, Object> times = new LinkedHashMap<>();
        priorities.forEach((priority, promised) -> times.put(priority, promised.toMap()));
        map.put("priorities", times);
        return map;
    }

    private static String member(ServiceTarget target) {
        return target.name().toLowerCase(Locale.ROOT);
    }
}
