package org.countersign.identity.model;

import java.util.Set;

/**
 * The signed-in account as other areas see it.
 *
 * @param organisationId the customer organisation, or {@code null} for staff
 * @param contactId the contact whose account this is, or {@code null} for staff
 * @param level the support level of an agent, else {@code null}
 * @param zone IANA name of the zone in which times are shown
 */
public record Caller(
        long accountId,
        String name,
        String displayName,
        String email,
        Set<Role> roles,
        Long organisationId,
        Long contactId,
        SupportLevel level,
        String language,
        String zone,
        Theme theme) {

    public boolean isContact() {
        return contactId != null;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public static Caller of(Account account) {
        return new Caller(
                account.id(),
                account.name(),
                account.displayName(),
                account.email(),
                account.roles(),
                account.organisationId(),
                account.contactId(),
                account.supportLevel(),
                account.language(),
                account.zone(),
                account.theme());
    }
}
