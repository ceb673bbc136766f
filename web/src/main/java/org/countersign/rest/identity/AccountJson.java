package org.countersign.rest.identity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountView;
import org.countersign.identity.service.IssuedToken;
import org.countersign.rest.support.ToldOnce;

/** Accounts and tokens as the API takes and tells them. */
final class AccountJson {

    private AccountJson() {}

    /** @param level of an agent */
    record StaffForm(
            String name, String displayName, String email, List<Role> roles, SupportLevel level, String language, String zone) {}

    record PersonForm(String displayName, String email, String language, String zone) {}

    record RolesForm(List<Role> roles, SupportLevel level) {}

    record PasswordForm(String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "PasswordForm[]";
        }
    }

    record OwnPasswordForm(String current, String password) {

        /** Without the passwords. */
        @Override
        public String toString() {
            return "OwnPasswordForm[]";
        }
    }

    record TokenForm(String label, Instant expiresAt) {}

    /** @param secret told this once; {@code null} in the answer to a repeated request */
    record IssuedJson(long id, String label, Instant createdAt, Instant expiresAt, String secret) implements ToldOnce {

        static IssuedJson of(IssuedToken token) {
            return new IssuedJson(token.id(), token.label(), token.createdAt(), token.expiresAt(), token.secret());
        }

        @Override
        public Object withoutSecret() {
            return new IssuedJson(id, label, createdAt, expiresAt, null);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "IssuedJson[" + id + "]";
        }
    }

    static Map<String, Object> of(AccountView account, String organisation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", account.name());
        json.put("displayName", account.displayName());
        json.put("email", account.email());
        json.put("roles", account.roles());
        json.put("level", account.level());
        json.put("organisation", organisation);
        json.put("language", account.language());
        json.put("zone", account.zone());
        json.put("active", account.active());
        json.put("hasPassword", account.hasPassword());
        json.put("lockedUntil", account.lockedUntil());
        return json;
    }
}
