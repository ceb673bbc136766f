package org.countersign.identity.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;

/**
 * An account as its administrator sees it.
 *
 * @param roles in the order of {@link Role}
 * @param level of an agent, else {@code null}
 * @param organisationId the customer's, or {@code null} for staff
 * @param hasPassword whether it can sign in; without one it comes in by token only
 * @param lockedUntil when wrong passwords have locked it, else {@code null}
 */
public record AccountView(
        String name,
        String displayName,
        String email,
        List<Role> roles,
        SupportLevel level,
        Long organisationId,
        String language,
        String zone,
        boolean active,
        boolean hasPassword,
        Instant lockedUntil) {

    static AccountView of(Account account) {
        return new AccountView(
                account.name(),
                account.displayName(),
                account.email(),
                account.roles().stream().sorted().toList(),
                account.supportLevel(),
                account.organisationId(),
                account.language(),
                account.zone(),
                account.active(),
                account.passwordHash() != null,
                account.lockedUntil());
    }

    public boolean isContact() {
        return organisationId != null;
    }

    /** Tells one state of what administrators change from another; the API's entity tag. Sign-ins do not move it. */
    public long version() {
        CRC32 sum = new CRC32();
        List<Object> content = Arrays.asList(displayName, email, roles, level, language, zone, active);
        sum.update(content.toString().getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
