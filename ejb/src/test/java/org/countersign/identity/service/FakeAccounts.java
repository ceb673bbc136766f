package org.countersign.identity.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.ApiToken;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SignedIn;
import org.countersign.identity.model.TokenSecret;
import org.countersign.kernel.GivenIds;

/** {@link Accounts} in memory. */
final class FakeAccounts implements Accounts {

    private final List<Account> accounts = new ArrayList<>();
    private final List<Held> tokens = new ArrayList<>();

    private record Held(ApiToken token, String hash) {}

    @Override
    public Optional<Account> byName(String name) {
        return accounts.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    @Override
    public Map<String, String> displayNames(Collection<String> names) {
        return accounts.stream().filter(a -> names.contains(a.name())).collect(Collectors.toMap(Account::name, Account::displayName));
    }

    @Override
    public Optional<Account> byId(long id) {
        return accounts.stream().filter(a -> a.id() == id).findFirst();
    }

    @Override
    public Optional<Account> byContact(long contactId) {
        return accounts.stream().filter(a -> a.contactId() != null && a.contactId() == contactId).findFirst();
    }

    @Override
    public Optional<Caller> callerByToken(String tokenHash, Instant now) {
        return tokens.stream()
                .filter(held -> held.hash().equals(tokenHash) && held.token().isValidAt(now))
                .findFirst()
                .flatMap(held -> callerById(held.token().accountId()));
    }

    @Override
    public Optional<Caller> callerById(long id) {
        return byId(id).filter(Account::active).map(Caller::of);
    }

    @Override
    public Optional<SignedIn> signedIn(long id) {
        return byId(id).filter(Account::active).map(SignedIn::of);
    }

    @Override
    public Optional<Account> lock(String name) {
        return byName(name);
    }

    Optional<ApiToken> tokenBySecret(String secret) {
        String hash = TokenSecret.hash(secret);
        return tokens.stream().filter(held -> held.hash().equals(hash)).map(Held::token).findFirst();
    }

    @Override
    public List<Account> agents() {
        return active(Role.AGENT);
    }

    @Override
    public List<Account> active(Role role) {
        return accounts.stream().filter(a -> a.active() && a.roles().contains(role)).toList();
    }

    @Override
    public Optional<ApiToken> tokenById(long id) {
        return tokens.stream().map(Held::token).filter(t -> t.id() == id).findFirst();
    }

    @Override
    public long lockActive(Role role) {
        return accounts.stream().filter(a -> a.active() && a.roles().contains(role)).count();
    }

    @Override
    public boolean isEmpty() {
        return accounts.isEmpty();
    }

    @Override
    public void add(Account account) {
        accounts.add(GivenIds.give(account));
    }

    @Override
    public void add(ApiToken token) {
        try {
            var hash = ApiToken.class.getDeclaredField("tokenHash");
            hash.setAccessible(true);
            tokens.add(new Held(GivenIds.give(token), (String) hash.get(token)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
