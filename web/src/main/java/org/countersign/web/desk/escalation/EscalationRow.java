package org.countersign.web.desk.escalation;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.countersign.customer.model.EscalationActions;
import org.countersign.customer.model.EscalationRule;
import org.countersign.escalation.service.EscalationView;
import org.countersign.escalation.service.EscalationWords;

/**
 * An escalation in words.
 *
 * @param when what sets it off; the rule's name where the contract says nothing of it any more
 * @param then what it does
 * @param reason why it waits without an instant, or is not needed, or why the last attempt failed; empty otherwise
 */
public record EscalationRow(EscalationView escalation, String when, String then, String reason) {

    private static final EscalationActions CALL = new EscalationActions(null, java.util.List.of(), null, true);

    static EscalationRow of(EscalationView view, Locale locale, UnaryOperator<String> nameOf) {
        boolean afterHours = view.rule().equals(EscalationRule.AFTER_HOURS);
        EscalationRule rule = view.definition();
        String when = rule == null && !afterHours ? view.rule() : EscalationWords.when(locale, rule == null ? null : rule.trigger());
        EscalationActions actions = rule == null ? afterHours ? CALL : null : rule.then();
        String then = actions == null ? "" : String.join("; ", EscalationWords.then(locale, actions, nameOf));
        String failure = view.lastError() == null ? "" : view.lastError();
        return new EscalationRow(view, when, then, view.reason() == null ? failure : EscalationWords.reason(locale, view.reason()));
    }
}
