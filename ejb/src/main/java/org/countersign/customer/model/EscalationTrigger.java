package org.countersign.customer.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What sets an escalation off; exactly one of these stands in a rule:
 *
 * <pre>{@code
 * at: {percent: 75, of: RESOLUTION}   # so much of the promised time is used up
 * after: {time: PT2H, of: RESPONSE}   # so much service time has gone by since it was due
 * unassigned: PT30M                   # nobody has taken it for so much service time
 * rejected: 2                         # the customer has rejected so many solutions
 * majorIncident: true                 # an incident of priority P1 about a service of the highest criticality
 * }</pre>
 *
 * @param target {@code null} where no target is the matter
 * @param percent of the promised time; 0 where that is not the matter
 * @param time service time, or {@code null}
 * @param times how often; 0 where that is not the matter
 */
public record EscalationTrigger(When when, ServiceTarget target, int percent, Duration time, int times) {

    /** The kinds of triggers. */
    public enum When {
        AT_PERCENT,
        AFTER_DUE,
        UNASSIGNED,
        REJECTED,
        MAJOR_INCIDENT
    }

    static final String[] MEMBERS = {"at", "after", "unassigned", "rejected", "majorIncident"};

    /** More solutions than any customer has patience to reject. */
    private static final int MOST_REJECTIONS = 20;

    /** @param form the rule */
    static EscalationTrigger of(AgreementForm form) {
        List<String> given = Arrays.stream(MEMBERS).filter(form::has).toList();
        if (given.size() != 1) {
            throw BusinessRuleViolation.invalid(form.place(), "escalation-one-trigger", String.join(", ", MEMBERS));
        }
        return switch (given.get(0)) {
            case "at" -> {
                AgreementForm at = form.form("at", "percent", "of");
                yield new EscalationTrigger(When.AT_PERCENT, at.constant("of", ServiceTarget.class), at.whole("percent", 1, 100), null, 0);
            }
            case "after" -> {
                AgreementForm after = form.form("after", "time", "of");
                yield new EscalationTrigger(When.AFTER_DUE, after.constant("of", ServiceTarget.class), 0, time(after, "time"), 0);
            }
            case "unassigned" -> new EscalationTrigger(When.UNASSIGNED, null, 0, time(form, "unassigned"), 0);
            case "rejected" -> new EscalationTrigger(When.REJECTED, null, 0, null, form.whole("rejected", 1, MOST_REJECTIONS));
            default -> major(form);
        };
    }

    private static EscalationTrigger major(AgreementForm form) {
        if (!form.flag("majorIncident", false)) {
            throw BusinessRuleViolation.invalid(form.place(), "escalation-one-trigger", String.join(", ", MEMBERS));
        }
        return new EscalationTrigger(When.MAJOR_INCIDENT, null, 0, null, 0);
    }

    private static Duration time(AgreementForm form, String member) {
        return form.serviceTime(member).orElseThrow(() -> BusinessRuleViolation.invalid(form.at(member), "required"));
    }

    /** Service time from the start of a target's time until this sets in. */
    public Duration of(Duration promised) {
        return when == When.AT_PERCENT ? promised.multipliedBy(percent).dividedBy(100) : promised.plus(time);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        switch (when) {
            case AT_PERCENT -> map.put("at", members("percent", percent));
            case AFTER_DUE -> map.put("after", members("time", time.toString()));
            case UNASSIGNED -> map.put("unassigned", time.toString());
            case REJECTED -> map.put("rejected", times);
            case MAJOR_INCIDENT -> map.put("majorIncident", true);
        }
        return map;
    }

    private Map<String, Object> members(String name, Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(name, value);
        members.put("of", target.name());
        return members;
    }
}
