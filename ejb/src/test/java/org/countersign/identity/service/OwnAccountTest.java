package org.countersign.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.AccountEvent.PasswordChanged;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SignInFailed;
import org.countersign.identity.model.SignedIn;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.testing.RecordedEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People change the own password, and nobody finds it out that way. */
class OwnAccountTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final String PASSWORD = "correct horse battery";
    private static final String NEXT = "another fine day";

    private final FakeAccounts accounts = new FakeAccounts();
    private final RecordedEvents events = new RecordedEvents();
    private final SignIn signIn = new SignIn();
    private final OwnAccount own = new OwnAccount();

    @BeforeEach
    void somebody_is_signed_in() {
        AccountAdministration administration = new AccountAdministration();
        administration.accounts = accounts;
        administration.clock = CLOCK;
        administration.events = new RecordedEvents();
        administration.createStaff(new NewStaffAccount(
                "judit", "Judit", "judit@example.org", null, Set.of(Role.QUALITY), PASSWORD, "hu", "Europe/Budapest"));
        signIn.accounts = accounts;
        signIn.clock = CLOCK;
        signIn.events = events;
        own.accounts = accounts;
        own.signIn = signIn;
        own.events = events;
        own.currentCaller = new CurrentCaller() {
            @Override
            public Caller get() {
                return Caller.of(judit());
            }
        };
    }

    @Test
    void a_session_of_the_old_password_is_over_and_the_one_that_changed_it_goes_on() {
        String before = signIn.byPassword("judit", PASSWORD.toCharArray()).map(SignedIn::mark).orElseThrow();
        assertThat(signIn.again(judit().id(), before)).isPresent();

        String mark = own.changePassword(PASSWORD.toCharArray(), NEXT.toCharArray());

        assertThat(signIn.again(judit().id(), before)).isEmpty();
        assertThat(signIn.again(judit().id(), null)).isEmpty();
        assertThat(signIn.again(judit().id(), mark)).isPresent();
        assertThat(signIn.byPassword("judit", NEXT.toCharArray()).map(SignedIn::mark)).contains(mark);
        assertThat(events.fired()).contains(new PasswordChanged("judit"));
        assertThat(events.fired().toString()).doesNotContain(PASSWORD, NEXT, mark);
    }

    @Test
    void a_password_that_is_none_is_refused_before_the_old_one_is_looked_at() {
        refused("password-too-short", PASSWORD, "short");
        refused("password-too-simple", "wrong", "juditjuditjudit");
        assertThat(events.fired()).isEmpty();
    }

    @Test
    void guessing_the_old_one_is_counted_as_at_sign_in_and_locks_the_account() {
        for (int i = 0; i < Account.ATTEMPTS; i++) {
            refused("password-wrong", "wrong", NEXT);
        }
        assertThat(events.fired()).hasSize(Account.ATTEMPTS).containsOnly(new SignInFailed("judit"));

        refused("password-wrong", PASSWORD, NEXT);
        assertThat(signIn.byPassword("judit", PASSWORD.toCharArray())).isEmpty();
    }

    private Account judit() {
        return accounts.byName("judit").orElseThrow();
    }

    private void refused(String code, String current, String password) {
        assertThatThrownBy(() -> own.changePassword(current.toCharArray(), password.toCharArray()))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
