package org.countersign.customer.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * When a ticket is escalated, and how (M44, M58).
 *
 * @param rule its name within the agreement
 * @param priorities of tickets that it is for; all when empty
 * @param kinds of tickets that it is for; all when empty
 */
public record EscalationRule(
        String rule, EscalationTrigger trigger, List<String> priorities, List<String> kinds, EscalationActions then) {

    /** The rule that no agreement has to write: a new ticket outside the service hours calls who is on duty. */
    public static final String AFTER_HOURS = "AFTER-HOURS";

    static final String[] MEMBERS = {"rule", "at", "after", "unassigned", "rejected", "majorIncident", "priorities", "kinds", "then"};

    public EscalationRule {
        priorities = List.copyOf(priorities);
        kinds = List.copyOf(kinds);
    }

    /** The rules of an agreement. */
    static List<EscalationRule> of(AgreementForm agreement) {
        List<EscalationRule> rules = new ArrayList<>();
        for (AgreementForm form : agreement.forms("escalation", MEMBERS)) {
            EscalationRule next = one(form);
            if (next.rule.equals(AFTER_HOURS)) {
                throw BusinessRuleViolation.invalid(form.at("rule"), "escalation-rule-reserved", next.rule);
            }
            if (rules.stream().anyMatch(earlier -> earlier.rule.equals(next.rule))) {
                throw BusinessRuleViolation.invalid(form.at("rule"), "escalation-rule-twice", next.rule);
            }
            rules.add(next);
        }
        return rules;
    }

    private static EscalationRule one(AgreementForm form) {
        return new EscalationRule(
                form.code("rule"),
                EscalationTrigger.of(form),
                form.words("priorities", AgreementVocabulary.PRIORITIES),
                form.words("kinds", AgreementVocabulary.KINDS),
                EscalationActions.of(form.form("then", EscalationActions.MEMBERS)));
    }

    public boolean isFor(String kind, String priority) {
        return (kinds.isEmpty() || kinds.contains(kind)) && (priorities.isEmpty() || priorities.contains(priority));
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule);
        map.putAll(trigger.toMap());
        if (!priorities.isEmpty()) {
            map.put("priorities", priorities);
        }
        if (!kinds.isEmpty()) {
            map.put("kinds", kinds);
        }
        map.put("then", then.toMap());
        return map;
    }
}
