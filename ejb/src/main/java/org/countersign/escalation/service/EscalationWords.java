package org.countersign.escalation.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.countersign.customer.model.EscalationActions;
import org.countersign.customer.model.EscalationRule;
import org.countersign.customer.model.EscalationTrigger;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.TicketKind;

/** Rules of escalation in the words of a language. */
public final class EscalationWords {

    private EscalationWords() {}

    /**
     * What sets an escalation off.
     *
     * @param trigger {@code null} for a new ticket outside the service hours
     */
    public static String when(Locale locale, EscalationTrigger trigger) {
        if (trigger == null) {
            return text(locale, "escalation.when.AFTER_HOURS");
        }
        String key = "escalation.when." + trigger.when();
        return switch (trigger.when()) {
            case AT_PERCENT -> text(locale, key, Texts.of(locale, trigger.target()), String.valueOf(trigger.percent()));
            case AFTER_DUE -> text(locale, key, Texts.of(locale, trigger.target()), span(locale, trigger.time()));
            case UNASSIGNED -> text(locale, key, span(locale, trigger.time()));
            case REJECTED -> text(locale, key, String.valueOf(trigger.times()));
            case MAJOR_INCIDENT -> text(locale, key);
        };
    }

    /**
     * What it does, one thing each.
     *
     * @param nameOf what an account is called
     */
    public static List<String> then(Locale locale, EscalationActions actions, UnaryOperator<String> nameOf) {
        List<String> words = new ArrayList<>();
        if (actions.level() != null) {
            words.add(text(locale, "escalation.then.level", Texts.of(locale, actions.level())));
        }
        if (!actions.roles().isEmpty()) {
            String roles = actions.roles().stream().map(role -> Texts.of(locale, role)).collect(Collectors.joining(", "));
            words.add(text(locale, "escalation.then.notify", roles));
        }
        if (actions.manager() != null) {
            words.add(text(locale, "escalation.then.manager", nameOf.apply(actions.manager())));
        }
        if (actions.callOut()) {
            words.add(text(locale, "escalation.then.callOut"));
        }
        return words;
    }

    /** Which tickets a rule is for; empty when it is for all. */
    public static String whom(Locale locale, EscalationRule rule) {
        List<String> words = new ArrayList<>();
        rule.kinds().forEach(kind -> words.add(Texts.of(locale, TicketKind.valueOf(kind))));
        words.addAll(rule.priorities());
        return String.join(", ", words);
    }

    /** Why an escalation waits without a due instant, or is moot, or what of it could not be done. */
    public static String reason(Locale locale, String reason) {
        return reason == null
                ? ""
                : Texts.find(locale, "escalation.reason." + reason)
                        .or(() -> Texts.find(locale, "segment." + reason))
                        .orElse(reason);
    }

    private static String span(Locale locale, Duration time) {
        String hours = String.valueOf(time.toHours());
        String minutes = String.valueOf(time.toMinutesPart());
        if (time.toHours() == 0) {
            return text(locale, "escalation.minutes", minutes);
        }
        return time.toMinutesPart() == 0
                ? text(locale, "escalation.hours", hours)
                : text(locale, "escalation.hours-minutes", hours, minutes);
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return Texts.find(locale, key, arguments).orElse(key);
    }
}
