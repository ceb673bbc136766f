package org.countersign.identity.model;

import org.countersign.kernel.BusinessRuleViolation;

/** What a new password must be: long rather than complicated (NIST SP 800-63B). */
public final class PasswordRules {

    public static final int SHORTEST = 12;

    private PasswordRules() {}

    /**
     * Checks a password that somebody wants to have from now on.
     *
     * @throws BusinessRuleViolation {@code password-too-short}; {@code password-is-name} when it contains the account's name
     */
    public static void check(String accountName, char[] password) {
        String text = password == null ? "" : new String(password);
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            throw BusinessRuleViolation.invalid("password", "password-too-short", SHORTEST);
        }
        if (text.toLowerCase(java.util.Locale.ROOT).contains(accountName)) {
            throw BusinessRuleViolation.invalid("password", "password-is-name");
        }
    }
}
