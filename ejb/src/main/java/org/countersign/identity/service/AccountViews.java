package org.countersign.identity.service;

import java.time.Instant;
import java.util.List;

/** Read-only projections of accounts; each answers with a fixed number of statements. */
public interface AccountViews {

    /**
     * Accounts by name, one beyond {@code limit} when there are more.
     *
     * @param after name of the row before, or {@code null}
     */
    List<AccountRow> list(AccountFilter filter, int limit, String after);

    /**
     * An account's tokens, newest first, one beyond {@code limit} when there are more.
     *
     * @param now when their state is asked for
     * @param afterCreation of the row before, with its id, or {@code null}
     */
    List<TokenRow> tokens(String account, Instant now, int limit, Instant afterCreation, Long afterId);
}
