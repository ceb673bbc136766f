package org.countersign.kernel;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules for short values that people and other systems give; every refusal names the field. */
public final class Input {

    private static final int EMAIL_LENGTH = 254;
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]([A-Z0-9._-]{0,38}[A-Z0-9])?");

    private Input() {}

    /**
     * The text without blanks around it.
     *
     * @throws BusinessRuleViolation {@code required}, {@code too-long}, {@code control-character}
     */
    public static String line(String field, String text, int maximum) {
        String clean = text == null ? "" : text.strip();
        if (clean.isEmpty()) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
        if (clean.length() > maximum) {
            throw BusinessRuleViolation.invalid(field, "too-long", maximum, clean.length());
        }
        if (clean.chars().anyMatch(Character::isISOControl)) {
            throw BusinessRuleViolation.invalid(field, "control-character");
        }
        return clean;
    }

    /** As {@link #line}, or {@code null} for nothing. */
    public static String optionalLine(String field, String text, int maximum) {
        return text == null || text.isBlank() ? null : line(field, text, maximum);
    }

    /**
     * A code of the kind {@code DESK-B}: capitals, digits, points, dashes.
     *
     * @throws BusinessRuleViolation {@code required}, {@code code-malformed}
     */
    public static String code(String field, String text) {
        String code = line(field, text, 1000);
        if (!CODE.matcher(code).matches()) {
            throw BusinessRuleViolation.invalid(field, "code-malformed", code);
        }
        return code;
    }

    /**
     * A mail address in lower case.
     *
     * @throws BusinessRuleViolation {@code required}, {@code too-long}, {@code email-malformed}
     */
    public static String email(String field, String text) {
        String email = line(field, text, EMAIL_LENGTH).toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(email).matches() || email.contains("..") || email.startsWith(".") || email.contains(".@")) {
            throw BusinessRuleViolation.invalid(field, "email-malformed", email);
        }
        return email;
    }

    /**
     * One of the languages of {@link Texts#LANGUAGES}.
     *
     * @throws BusinessRuleViolation {@code required}, {@code language-unknown}
     */
    public static String language(String field, String text) {
        String language = line(field, text, 1000);
        if (Texts.LANGUAGES.stream().noneMatch(known -> known.getLanguage().equals(language))) {
            throw BusinessRuleViolation.invalid(field, "language-unknown", language);
        }
        return language;
    }

    /**
     * A time as it is, if its year is one that RFC 3339 writes; no database knows others.
     *
     * @throws DateTimeException otherwise, as for any other text that is no date
     */
    public static Temporal inFourDigits(Temporal time) {
        int year = time.get(ChronoField.YEAR);
        if (year < 1 || year > 9999) {
            throw new DateTimeException("The year " + year + " has not four digits");
        }
        return time;
    }

    /**
     * The IANA name of a time zone.
     *
     * @throws BusinessRuleViolation {@code required}, {@code zone-unknown}
     */
    public static String zone(String field, String text) {
        String zone = line(field, text, 1000);
        try {
            // An offset such as +01:00 is a zone to Java, but it knows no summer.
            if (zone.contains("/") || zone.equals("UTC")) {
                return ZoneId.of(zone).getId();
            }
        } catch (DateTimeException unknown) {
            // Refused below.
        }
        throw BusinessRuleViolation.invalid(field, "zone-unknown", zone);
    }
}
