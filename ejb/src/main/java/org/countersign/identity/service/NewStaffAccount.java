package org.countersign.identity.service;

import java.util.Set;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;

/**
 * What is needed to make an account of the provider's staff, or of a machine.
 *
 * @param name to sign in with: lower-case letters, digits, {@code . _ -}
 * @param level of an agent; of others it is not kept
 * @param password {@code null} for an account that comes in by token only
 * @param language one of en, hu, nl, pt
 * @param zone IANA name
 */
public record NewStaffAccount(
        String name,
        String displayName,
        String email,
        SupportLevel level,
        Set<Role> roles,
        String password,
        String language,
        String zone) {

    /** Without the password. */
    @Override
    public String toString() {
        return "NewStaffAccount[" + name + ", " + roles + "]";
    }
}
