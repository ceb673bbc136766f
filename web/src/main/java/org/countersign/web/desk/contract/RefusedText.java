package org.countersign.web.desk.contract;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.support.Messages;

/** What forms with a whole text in one field have in common: a refusal names a place within the text, and a version was seen when it was opened. */
final class RefusedText {

    private RefusedText() {}

    /**
     * The refusal as one of the field that holds the text, with the place in front of the sentence.
     *
     * @param fields of the form itself; a refusal of one of these stays as it is
     */
    static BusinessRuleViolation in(String field, List<String> fields, BusinessRuleViolation refused, Messages messages) {
        if (refused.field() == null || fields.contains(refused.field())) {
            return refused;
        }
        return BusinessRuleViolation.invalid(field, "contract.place", refused.field(), messages.sentence(refused));
    }

    /** Number of the version that was the latest when the form was opened; {@code null} when the form does not say. */
    static Long seen(HttpServletRequest request) {
        String latest = request.getParameter("latest");
        return latest == null || !latest.matches("[0-9]{1,9}") ? null : Long.valueOf(latest);
    }
}
