package org.countersign.customer.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.customer.model.CalendarUse;
import org.countersign.customer.model.EscalationRule;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.TargetSet;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.kernel.Wording;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClock;
import org.countersign.serviceclock.model.ServiceClockRefusal;

/**
 * A time that an agreement promises or counts by.
 *
 * @param place in the document, e.g. {@code targets[0].priorities.P3.resolution}
 * @param words what it is, for a person
 */
record AgreedTime(String place, Wording words, Duration time) {

    /** All of an agreement's: what is promised, and what escalations wait for after that or from the start. */
    static List<AgreedTime> of(ServiceAgreement agreement) {
        List<AgreedTime> times = new ArrayList<>();
        for (int i = 0; i < agreement.targets().size(); i++) {
            TargetSet set = agreement.targets().get(i);
            String place = "targets[" + i + "].priorities.";
            set.priorities().forEach((priority, promised) -> {
                for (ServiceTarget target : ServiceTarget.values()) {
                    promised.of(target).ifPresent(time -> times.add(promised(place, set, priority, target, time)));
                }
            });
        }
        for (int i = 0; i < agreement.escalation().size(); i++) {
            EscalationRule rule = agreement.escalation().get(i);
            String place = "escalation[" + i + "]";
            switch (rule.trigger().when()) {
                case AFTER_DUE -> longest(agreement, rule.trigger().target()).ifPresent(
                        promised -> times.add(escalation(place + ".after.time", rule.trigger().of(promised))));
                case UNASSIGNED -> times.add(escalation(place + ".unassigned", rule.trigger().time()));
                default -> {
                    // Comes before a target that is within reach, or needs no time.
                }
            }
        }
        return times;
    }

    /**
     * No time may be agreed for which the calendar has no hours within ten years, neither now nor later, when all its exceptions are past.
     *
     * @throws BusinessRuleViolation {@code target-out-of-reach}, naming the place
     */
    static void requireReachable(ServiceAgreement agreement, ServiceCalendar calendar, Instant from) {
        for (AgreedTime time : of(agreement)) {
            refusal(time, calendar, from).ifPresent(refused -> {
                throw BusinessRuleViolation.invalid(time.place, refused.code(), refused.value(), time.words);
            });
        }
    }

    /** The first that the calendar does not give within ten years, counted from any of the instants. */
    static Optional<AgreedTime> firstOutOfReach(ServiceAgreement agreement, ServiceCalendar calendar, List<Instant> from) {
        return of(agreement).stream()
                .filter(time -> from.stream().anyMatch(start -> refusal(time, calendar, start).isPresent()))
                .findFirst();
    }

    /** As one of a contract's, for example “DESK-B, version 2: Incident, P1, Resolution (PT8H)”. */
    Wording in(CalendarUse use) {
        return new Wording(
                use.contract() + " " + use.version() + " " + place,
                language -> Texts.find(language, "agreed-time.of", use.contract(), use.version(), words, time).orElseThrow());
    }

    private static Optional<ServiceClockRefusal> refusal(AgreedTime time, ServiceCalendar calendar, Instant from) {
        try {
            ServiceClock.due(calendar, from, time.time, List.of());
            ServiceClock.due(calendar.inTheEnd(), from, time.time, List.of());
            return Optional.empty();
        } catch (ServiceClockRefusal refused) {
            return Optional.of(refused);
        }
    }

    private static AgreedTime promised(String place, TargetSet set, String priority, ServiceTarget target, Duration time) {
        String exact = place + priority + "." + target.name().toLowerCase(Locale.ROOT);
        return new AgreedTime(exact, new Wording(exact, language -> words(set, priority, target, language)), time);
    }

    /** For example “Incident, P1, Resolution”. */
    private static String words(TargetSet set, String priority, ServiceTarget target, Locale language) {
        List<String> words = new ArrayList<>();
        set.kinds().forEach(kind -> words.add(Texts.find(language, "TicketKind." + kind).orElse(kind)));
        set.channels().forEach(channel -> words.add(Texts.find(language, "Channel." + channel).orElse(channel)));
        set.criticalities().forEach(criticality -> words.add(Texts.of(language, criticality)));
        if (set.maintenance()) {
            words.add(Texts.find(language, "agreed-time.maintenance").orElseThrow());
        }
        words.add(priority);
        words.add(Texts.of(language, target));
        return String.join(", ", words);
    }

    private static AgreedTime escalation(String place, Duration time) {
        return new AgreedTime(place, Wording.same(place), time);
    }

    private static Optional<Duration> longest(ServiceAgreement agreement, ServiceTarget target) {
        return agreement.targets().stream()
                .flatMap(set -> set.priorities().values().stream())
                .flatMap(times -> times.of(target).stream())
                .max(Duration::compareTo);
    }
}
