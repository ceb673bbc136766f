package org.countersign.ticket.model;

import org.countersign.kernel.BusinessRuleViolation;

/** The rules for what people write. */
public final class Text {

    public static final int SUMMARY = 250;
    public static final int LONG = 100_000;
    public static final int REASON = 2_000;

    private Text() {}

    /**
     * The text without blanks around it.
     *
     * @throws BusinessRuleViolation {@code required} when nothing is left, {@code too-long} beyond {@code maximum} characters
     */
    public static String required(String field, String text, int maximum) {
        String clean = text == null ? "" : text.strip().replace("\u0000", "");
        if (clean.isEmpty()) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
        if (clean.length() > maximum) {
            throw BusinessRuleViolation.invalid(field, "too-long", maximum, clean.length());
        }
        return clean;
    }

    /**
     * The same for a text of one line: line breaks and other control characters become blanks, for it ends up in headers of mails.
     *
     * @throws BusinessRuleViolation as {@link #required}
     */
    public static String line(String field, String text, int maximum) {
        return required(field, text == null ? null : text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " "), maximum);
    }

    /** As {@link #required} for a text that may be left out; {@code null} then. */
    public static String optional(String field, String text, int maximum) {
        return text == null || text.isBlank() ? null : required(field, text, maximum);
    }
}
