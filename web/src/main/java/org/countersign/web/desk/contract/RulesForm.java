package org.countersign.web.desk.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.customer.model.EscalationRule;

/** All rules of escalation in the form. */
final class RulesForm {

    /** More than any contract has reason to have. */
    private static final int MOST = 40;

    private static final Pattern PLACE = Pattern.compile("escalation\\[([0-9]{1,3})](?:\\.(.+))?");

    private final Locale locale;
    private final List<RuleForm> rules = new ArrayList<>();

    /**
     * @param said the rules of the version that the form starts from
     * @param shown how many rules the form had that was sent; {@code null} when it is opened
     */
    RulesForm(List<EscalationRule> said, Long shown, Locale locale) {
        this.locale = locale;
        int count = shown == null ? said.size() : (int) Math.min(shown, Math.max(MOST, said.size()));
        for (int i = 0; i < count; i++) {
            rules.add(new RuleForm(i, i < said.size() ? said.get(i) : null, locale));
        }
    }

    List<RuleForm> rules() {
        return rules;
    }

    boolean isFull() {
        return rules.size() >= MOST;
    }

    void add() {
        if (!isFull()) {
            rules.add(new RuleForm(rules.size(), null, locale));
        }
    }

    /** What is entered in the others moves up. */
    void remove(RuleForm rule) {
        rules.remove(rule);
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).moveTo(i);
        }
    }

    List<FormInput> malformed() {
        return rules.stream().flatMap(rule -> rule.malformed().stream()).toList();
    }

    List<Map<String, Object>> toList() {
        return rules.stream().map(RuleForm::toMap).toList();
    }

    /** The input of a place in the document, e.g. {@code escalation[1].then.manager}. */
    Optional<FormInput> at(String place) {
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) >= rules.size()) {
            return Optional.empty();
        }
        return Optional.of(rules.get(Integer.parseInt(matcher.group(1))).at(matcher.group(2) == null ? "" : matcher.group(2)));
    }
}
