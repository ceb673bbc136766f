package org.countersign.identity.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts and API tokens of this installation. */
public interface Accounts {

    Optional<Account> byName(String name);

    Optional<Account> byId(long id);

    Optional<Account> byContact(long contactId);

    /** Who calls with the token of this SHA-256, valid at {@code now}, of an active account; in one statement, because every request asks. */
    Optional<Caller> callerByToken(String tokenHash, Instant now);

    /** The active account as a caller; in one statement, because every request asks. */
    Optional<Caller> callerById(long id);

    /** All active members of staff who may take tickets, by display name. */
    List<Account> agents();

    /** All active accounts with the role, by display name. */
    List<Account> active(Role role);

    Optional<ApiToken> tokenById(long id);

    /** The account's tokens, newest first. */
    List<ApiToken> tokensOf(long accountId);

    /** How many active accounts have the role. */
    long countActive(Role role);

    boolean isEmpty();

    void add(Account account);

    void add(ApiToken token);
}
