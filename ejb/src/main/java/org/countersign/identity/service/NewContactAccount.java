package org.countersign.identity.service;

/**
 * What is needed to give a customer's contact a login (M93). Who the contact is, the caller has found out.
 *
 * @param name to sign in with: lower-case letters, digits, {@code . _ -}
 * @param password {@code null} for an account that comes in by token only
 * @param language one of en, hu, nl, pt
 * @param zone IANA name
 */
public record NewContactAccount(
        String name,
        String displayName,
        String email,
        long organisationId,
        long contactId,
        String password,
        String language,
        String zone) {

    /** Without the password. */
    @Override
    public String toString() {
        return "NewContactAccount[" + name + ", contact " + contactId + "]";
    }
}
