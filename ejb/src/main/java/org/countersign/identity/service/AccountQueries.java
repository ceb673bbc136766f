package org.countersign.identity.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;

/** The accounts and their tokens, as administrators see them: no hash and no secret. */
@Stateless
@RolesAllowed(Role.ADMIN_ROLE)
public class AccountQueries {

    @Inject
    private Accounts accounts;

    @Inject
    private AccountViews views;

    @Inject
    private Clock clock;

    /**
     * A page of the accounts by name.
     *
     * @throws BusinessRuleViolation {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<AccountRow> list(AccountFilter filter, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        String before = after == null ? null : Cursor.parse(after, 1).get(0);
        return CursorPage.of(views.list(filter, rows, before), rows, row -> Cursor.of(row.name()));
    }

    /** @throws BusinessRuleViolation {@code not-found} */
    public AccountView find(String name) {
        return AccountView.of(account(name));
    }

    /**
     * A page of the account's tokens, newest first.
     *
     * @throws BusinessRuleViolation {@code not-found}, {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<TokenRow> tokens(String name, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        Instant creation = null;
        Long id = null;
        if (after != null) {
            List<String> values = Cursor.parse(after, 2);
            try {
                creation = Instant.parse(values.get(0));
                id = Long.valueOf(values.get(1));
            } catch (DateTimeException | NumberFormatException e) {
                throw BusinessRuleViolation.invalid("after", "cursor-invalid");
            }
        }
        return CursorPage.of(
                views.tokens(account(name).name(), clock.instant(), rows, creation, id), rows, row -> Cursor.of(row.createdAt(), row.id()));
    }

    private Account account(String name) {
        return Optional.ofNullable(name)
                .flatMap(given -> accounts.byName(given.strip().toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> BusinessRuleViolation.notFound("account", name));
    }
}
