package org.countersign.identity.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.PasswordHash;
import org.countersign.identity.model.SignInFailed;
import org.countersign.identity.model.SignInSucceeded;
import org.countersign.identity.model.SignedIn;
import org.countersign.identity.model.TokenSecret;
import org.countersign.kernel.DomainEvent;

/** Finds out who is calling. The one service that everybody may use, because nobody is signed in yet. */
@Stateless
@PermitAll
public class SignIn {

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> events;

    /** Whether a password is the one whose hash is stored; the hash may be null. */
    BiPredicate<char[], String> passwords = PasswordHash::matches;

    /**
     * By name and password. A wrong name, a wrong password, a locked and an inactive account are refused alike, after the same work.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<SignedIn> byPassword(String name, char[] password) {
        Optional<Account> account = attempt(name, password);
        account.ifPresent(known -> events.fire(new SignInSucceeded(known.name())));
        return account.map(SignedIn::of);
    }

    /**
     * Whether somebody who is signed in knows the password, asked before it is changed. A wrong one counts as at sign-in, so that an open
     * session is no way to find out the password.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean confirm(String name, char[] password) {
        return attempt(name, password).isPresent();
    }

    private Optional<Account> attempt(String name, char[] password) {
        Instant now = clock.instant();
        Optional<Account> account = accounts.byName(name.strip().toLowerCase(Locale.ROOT));
        boolean mayTry = account.map(a -> a.mayTryAt(now)).orElse(false);
        boolean matches = passwords.test(password, account.map(Account::passwordHash).orElse(null));
        if (mayTry && matches) {
            if (account.get().hasFailedSignIns()) {
                account.get().signInSucceeded();
            }
            return account;
        }
        if (mayTry) {
            account.get().signInFailed(now);
        }
        account.ifPresent(known -> events.fire(new SignInFailed(known.name())));
        return Optional.empty();
    }

    /** By the secret of an API token. One statement, and no transaction around it that would have to be ended. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Caller> byToken(String secret) {
        return accounts.callerByToken(TokenSecret.hash(secret), clock.instant());
    }

    /**
     * A session that signed in before: read again on every request, so that what was taken away since counts at once.
     *
     * @param mark of the password it signed in with; it ends when the account has another one
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Caller> again(long accountId, String mark) {
        return accounts.signedIn(accountId).filter(known -> known.mark().equals(mark)).map(SignedIn::caller);
    }

    /** Somebody who calls without a password of their own, such as by a secret address: the account as it is now. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Caller> byAccount(long accountId) {
        return accounts.callerById(accountId);
    }
}
