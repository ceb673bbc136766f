package org.countersign.identity.model;

/**
 * An account that signed in with its password.
 *
 * @param mark {@link PasswordHash#mark} of that password; when the account's is another one, the session is over
 */
public record SignedIn(Caller caller, String mark) {

    public static SignedIn of(Account account) {
        return new SignedIn(Caller.of(account), PasswordHash.mark(account.passwordHash()));
    }

    /** Without the mark. */
    @Override
    public String toString() {
        return "SignedIn[" + caller.name() + "]";
    }
}
