package org.countersign.identity.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts and API tokens of this installation. */
public interface Accounts {

    Optional<Account> byName(String name);

    /** What the accounts with these names are called, by name; nothing of names that nobody has. */
    Map<String, String> displayNames(Collection<String> names);

    Optional<Account> byId(long id);

    /** The account as it is now, locked until the transaction ends: one change of it at a time. */
    Optional<Account> lock(String name);

    /** Locks all active accounts with the role until the transaction ends, always in the same order, and tells how many they are. */
    long lockActive(Role role);

    Optional<Account> byContact(long contactId);

    /** Who calls with the token of this SHA-256, valid at {@code now}, of an active account; in one statement, because every request asks. */
    Optional<Caller> callerByToken(String tokenHash, Instant now);

    /** The active account as a caller. */
    Optional<Caller> callerById(long id);

    /** The active account as a session knows it; in one statement, because every request asks. */
    Optional<SignedIn> signedIn(long id);

    /** All active members of staff who may take tickets, by display name. */
    List<Account> agents();

    /** All active accounts with the role, by display name. */
    List<Account> active(Role role);

    Optional<ApiToken> tokenById(long id);

    boolean isEmpty();

    void add(Account account);

    void add(ApiToken token);
}
