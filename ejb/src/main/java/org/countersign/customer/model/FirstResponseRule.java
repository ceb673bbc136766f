package org.countersign.customer.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What counts as the first response (M109, M110).
 *
 * @param by acts of a person
 * @param automaticMail whether the mail that acknowledges the receipt counts
 */
public record FirstResponseRule(List<ResponseAct> by, boolean automaticMail) {

    static final String[] MEMBERS = {"by", "automaticMail"};

    /** Somebody wrote to the customer; automatic mail does not count. */
    public static final FirstResponseRule USUAL = new FirstResponseRule(List.of(ResponseAct.PUBLIC_MESSAGE), false);

    public FirstResponseRule {
        by = List.copyOf(by);
    }

    static FirstResponseRule of(AgreementForm form) {
        List<ResponseAct> acts = form.words("by", AgreementForm.names(ResponseAct.class)).stream().map(ResponseAct::valueOf).toList();
        boolean automaticMail = form.flag("automaticMail", false);
        if (acts.isEmpty() && !automaticMail) {
            throw BusinessRuleViolation.invalid(form.at("by"), "required");
        }
        return new FirstResponseRule(acts, automaticMail);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("by", by.stream().map(Enum::name).toList());
        map.put("automaticMail", automaticMail);
        return map;
    }
}
