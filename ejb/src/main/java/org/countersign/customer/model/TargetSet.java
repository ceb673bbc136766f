package org.countersign.customer.model;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * The targets of some tickets: those of the named kinds, that came in by the named channels, about services of the named criticalities.
 *
 * @param kinds of tickets; all when empty
 * @param channels by which they came in; all when empty
 * @param criticalities of the service that a ticket is about; all when empty
 * @param maintenance whether they are for tickets received in the maintenance period only
 * @param starts from when on the targets count
 * @param pausedBy the waits that pause each target; the wait for the customer's acceptance always pauses
 * @param priorities what is promised, by priority; a priority that is missing here falls back to a less specific set
 */
public record TargetSet(
        List<String> kinds,
        List<String> channels,
        List<Criticality> criticalities,
        boolean maintenance,
        TargetStart starts,
        Map<ServiceTarget, List<String>> pausedBy,
        Map<String, TargetTimes> priorities) {

    static final String[] MEMBERS = {"kinds", "channels", "criticalities", "maintenance", "starts", "pausedBy", "priorities"};

    /** Whoever waits for the report itself owes nothing; work that waits for others owes no solution, but a word. */
    public static final Map<ServiceTarget, List<String>> USUAL_PAUSES = Map.of(
            ServiceTarget.RESPONSE, List.of("HELD"),
            ServiceTarget.UPDATE, List.of("HELD"),
            ServiceTarget.RESOLUTION, AgreementVocabulary.WAITS);

    public TargetSet {
        kinds = List.copyOf(kinds);
        channels = List.copyOf(channels);
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
                form.words("channels", AgreementVocabulary.CHANNELS),
                form.words("criticalities", AgreementForm.names(Criticality.class)).stream().map(Criticality::valueOf).toList(),
                form.flag("maintenance", false),
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
        return specificity() == 0;
    }

    /** @param underMaintenance whether the ticket was received in the maintenance period */
    boolean isFor(TicketTraits ticket, Criticality criticality, boolean underMaintenance) {
        return (kinds.isEmpty() || kinds.contains(ticket.kind()))
                && (channels.isEmpty() || channels.contains(ticket.channel()))
                && (criticalities.isEmpty() || criticalities.contains(criticality))
                && (!maintenance || underMaintenance);
    }

    /** A set for the maintenance period goes before one that names kinds, that before one of channels, and that before one of criticalities. */
    int specificity() {
        return (maintenance ? 8 : 0) + (kinds.isEmpty() ? 0 : 4) + (channels.isEmpty() ? 0 : 2) + (criticalities.isEmpty() ? 0 : 1);
    }

    /** Whether one ticket may be of both, when both name the same traits. */
    boolean overlaps(TargetSet other) {
        return specificity() == other.specificity()
                && share(kinds, other.kinds)
                && share(channels, other.channels)
                && share(criticalities, other.criticalities)
                && priorities.keySet().stream().anyMatch(other.priorities::containsKey);
    }

    private static boolean share(List<?> one, List<?> other) {
        return one.isEmpty() || one.stream().anyMatch(other::contains);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (!kinds.isEmpty()) {
            map.put("kinds", kinds);
        }
        if (!channels.isEmpty()) {
            map.put("channels", channels);
        }
        if (!criticalities.isEmpty()) {
            map.put("criticalities", criticalities.stream().map(Enum::name).toList());
        }
        if (maintenance) {
            map.put("maintenance", true);
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
