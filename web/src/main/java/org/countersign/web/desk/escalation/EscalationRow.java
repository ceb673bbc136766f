package org.countersign.web.desk.escalation;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.countersign.customer.model.EscalationActions;
import org.countersign.customer.model.EscalationRule;
import org.countersign.escalation.service.EscalationView;
import org.countersign.escalation.service.EscalationWords;
import org.countersign.web.support.People;

/**
 * An escalation in words.
 *
 * @param when what sets it off; the rule's name where the contract says nothing of it any more
 * @param then what it does
 * @param reason why it waits without an instant, or is not needed, or why the last attempt failed; empty otherwise
 */
public record EscalationRow(EscalationView escalation, String when, String then, String reason) {

    private static final EscalationActions CALL = new EscalationActions(null, List.of(), null, true);

    /** All of a list; whom the rules name is looked up together. */
    static List<EscalationRow> of(List<EscalationView> views, Locale locale, People people) {
        people.meet(views.stream()
                .map(EscalationView::definition)
                .filter(rule -> rule != null && rule.then().manager() != null)
                .map(rule -> rule.then().manager())
                .toList());
        return views.stream().map(view -> of(view, locale, people::nameOf)).toList();
    }

    private static EscalationRow of(EscalationView view, Locale locale, UnaryOperator<String> nameOf) {
        boolean afterHours = view.rule().equals(EscalationRule.AFTER_HOURS);
        EscalationRule rule = view.definition();
        String when = rule == null && !afterHours ? view.rule() : EscalationWords.when(locale, rule == null ? null : rule.trigger());
        EscalationActions actions = rule == null ? afterHours ? CALL : null : rule.then();
        String then = actions == null ? "" : String.join("; ", EscalationWords.then(locale, actions, nameOf));
        String failure = view.lastError() == null ? "" : view.lastError();
        return new EscalationRow(view, when, then, view.reason() == null ? failure : EscalationWords.reason(locale, view.reason()));
    }
}
