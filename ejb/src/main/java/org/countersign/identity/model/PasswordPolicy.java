package org.countersign.identity.model;

import java.util.Locale;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What a password has to be: long. As NIST SP 800-63B advises there are no rules about kinds of characters, but a password that is the
 * account's own name over and over, or one character over and over, is none.
 */
public final class PasswordPolicy {

    /** Characters that a password has at least. */
    public static final int MINIMUM = 12;

    /** Characters beyond which nothing is hashed. */
    public static final int MAXIMUM = 200;

    private PasswordPolicy() {}

    /** @throws BusinessRuleViolation {@code password-too-short}, {@code too-long}, {@code password-too-simple} */
    public static void require(String account, String password) {
        int length = password == null ? 0 : password.length();
        if (length < MINIMUM) {
            throw BusinessRuleViolation.invalid("password", "password-too-short", MINIMUM);
        }
        if (length > MAXIMUM) {
            throw BusinessRuleViolation.invalid("password", "too-long", MAXIMUM, length);
        }
        boolean nameOnly = password.toLowerCase(Locale.ROOT).replace(account, "").isBlank();
        if (nameOnly || password.chars().distinct().count() < 4) {
            throw BusinessRuleViolation.invalid("password", "password-too-simple");
        }
    }
}
