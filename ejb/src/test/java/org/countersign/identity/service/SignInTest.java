package org.countersign.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.testing.RecordedEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F14: whoever asks learns from the work no more than from the answer. */
class SignInTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final String PASSWORD = "correct horse battery";

    private final FakeAccounts accounts = new FakeAccounts();
    private final AccountAdministration administration = new AccountAdministration();
    private final SignIn signIn = new SignIn();
    private final List<String> compared = new ArrayList<>();

    @BeforeEach
    void one_account() {
        administration.accounts = accounts;
        administration.clock = CLOCK;
        administration.events = new RecordedEvents();
        administration.createStaff(new NewStaffAccount(
                "known", "Somebody", "known@example.org", SupportLevel.L1, Set.of(Role.AGENT), PASSWORD, "hu", "Europe/Budapest"));
        signIn.accounts = accounts;
        signIn.clock = CLOCK;
        signIn.events = new RecordedEvents();
        signIn.passwords = (password, stored) -> {
            compared.add(stored == null ? "nobody" : "somebody");
            return stored != null && PASSWORD.equals(new String(password));
        };
    }

    @Test
    void every_attempt_costs_one_comparison_whether_there_is_an_account_or_not() {
        assertThat(signIn.byPassword("known", PASSWORD.toCharArray())).isPresent();
        assertThat(signIn.byPassword("known", "wrong".toCharArray())).isEmpty();
        assertThat(signIn.byPassword("unknown", "wrong".toCharArray())).isEmpty();

        assertThat(compared).containsExactly("somebody", "somebody", "nobody");
    }

    @Test
    void a_locked_account_costs_the_same_and_lets_nobody_in() {
        for (int i = 0; i < 50; i++) {
            signIn.byPassword("known", "wrong".toCharArray());
        }
        compared.clear();

        assertThat(signIn.byPassword("known", PASSWORD.toCharArray())).isEmpty();
        assertThat(compared).hasSize(1);
    }

    @Test
    void an_account_that_was_switched_off_costs_the_same_and_lets_nobody_in() {
        administration.createStaff(new NewStaffAccount(
                "boss", "Boss", "boss@example.org", null, Set.of(Role.ADMIN), PASSWORD, "hu", "Europe/Budapest"));
        administration.deactivate("known");

        assertThat(signIn.byPassword("known", PASSWORD.toCharArray())).isEmpty();
        assertThat(compared).hasSize(1);
    }
}
