package org.countersign.identity.model;

import java.util.List;
import java.util.Optional;

/** The accounts and API tokens of this installation. */
public interface Accounts {

    Optional<Account> byName(String name);

    Optional<Account> byId(long id);

    Optional<Account> byContact(long contactId);

    /** The token with this SHA-256, whether valid or not. */
    Optional<ApiToken> tokenByHash(String tokenHash);

    /** All active members of staff who may take tickets, by display name. */
    List<Account> agents();

    Optional<ApiToken> tokenById(long id);

    /** The account's tokens, newest first. */
    List<ApiToken> tokensOf(long accountId);

    /** How many active accounts have the role. */
    long countActive(Role role);

    boolean isEmpty();

    void add(Account account);

    void add(ApiToken token);
}
