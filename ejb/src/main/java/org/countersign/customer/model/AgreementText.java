package org.countersign.customer.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/** The text in which people write, send and keep an agreement. */
public interface AgreementText {

    /**
     * Plain maps, lists, strings, numbers and booleans of a text.
     *
     * @throws BusinessRuleViolation {@code agreement-too-long}, {@code agreement-unreadable}, naming line and column
     */
    Object read(String text);

    /**
     * The form of a calendar, written alike.
     *
     * @param field that the text stands in, for the refusal
     * @throws BusinessRuleViolation {@code required}, {@code agreement-too-long}, {@code agreement-unreadable}, naming line and column;
     *     {@code agreement-members-expected} for a text that is no form at all
     */
    default Map<String, Object> readCalendar(String field, String text) {
        Object read;
        try {
            read = read(text);
        } catch (BusinessRuleViolation unreadable) {
            throw BusinessRuleViolation.invalid(field, unreadable.code(), unreadable.arguments().toArray());
        }
        if (!(read instanceof Map<?, ?> members)) {
            throw BusinessRuleViolation.invalid(field, "agreement-members-expected", CalendarHours.MEMBERS);
        }
        Map<String, Object> form = new LinkedHashMap<>();
        members.forEach((member, value) -> form.put(String.valueOf(member), value));
        return form;
    }

    String write(Map<String, ?> document);
}
