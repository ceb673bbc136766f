package org.countersign.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Accounts and tokens as their administrators see and change them, on the database. */
@OnEachDatabase
class AccountQueriesTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private String prefix;
    private String agent;
    private String contact;

    @BeforeEach
    void a_customer_s_contact_and_an_agent() {
        wiring = new Wiring(database);
        SampleCustomer customer = SampleCustomer.store(database, wiring, "AQ" + customers++);
        prefix = customer.code().toLowerCase(Locale.ROOT);
        agent = prefix + "-agent";
        contact = prefix + "-contact";
    }

    @Test
    void the_list_is_filtered_by_text_kind_and_state() {
        administer(accounts -> accounts.deactivate(agent));

        assertThat(list(new AccountFilter(prefix + "-", null, null))).extracting(AccountRow::name).containsExactly(agent, contact);
        assertThat(list(new AccountFilter(prefix + "-", AccountKind.STAFF, null))).extracting(AccountRow::name).containsExactly(agent);
        assertThat(list(new AccountFilter(prefix + "-", AccountKind.CONTACT, null)))
                .containsExactly(new AccountRow(contact, "Contact " + prefix.toUpperCase(Locale.ROOT), prefix + "@customer.example",
                        List.of(Role.CONTACT), null, true));
        assertThat(list(new AccountFilter(prefix + "-", null, true))).extracting(AccountRow::name).containsExactly(contact);
        assertThat(list(new AccountFilter("agent " + prefix, null, false))).extracting(AccountRow::name).containsExactly(agent);
        assertThat(list(new AccountFilter(prefix + "%", null, null))).as("a percent sign is a character").isEmpty();
        assertThat(list(new AccountFilter(prefix + "_agent", null, null))).as("so is an underscore").isEmpty();
    }

    @Test
    void a_page_takes_two_statements_and_the_next_goes_on() {
        CursorPage<AccountRow> first = database.inTransaction(() -> queries().list(filter(), 1, null));
        assertThat(first.items()).extracting(AccountRow::name).containsExactly(agent);
        assertThat(database.inTransaction(() -> queries().list(filter(), 1, first.next())).items())
                .extracting(AccountRow::name).containsExactly(contact);
        assertThat(database.statements().count(() -> list(filter()))).isEqualTo(2);
    }

    @Test
    void roles_and_level_are_replaced_as_a_whole() {
        AccountView before = find(agent);
        assertThat(before.level()).isEqualTo(SupportLevel.L1);
        administer(accounts -> accounts.setRoles(agent, Set.of(Role.AGENT, Role.QUALITY), SupportLevel.L3, before.version()));

        AccountView after = find(agent);
        assertThat(after.roles()).containsExactly(Role.AGENT, Role.QUALITY);
        assertThat(after.level()).isEqualTo(SupportLevel.L3);
        assertThat(after.version()).isNotEqualTo(before.version());
        refused("changed-meanwhile", () -> administer(accounts -> accounts.setRoles(agent, Set.of(Role.ADMIN), null, before.version())));
        assertThat(find(agent)).isEqualTo(after);
    }

    @Test
    void a_contact_s_account_gets_a_password_a_token_and_is_closed_and_opened() {
        assertThat(find(contact).hasPassword()).isFalse();
        assertThat(find(contact).isContact()).isTrue();
        administer(accounts -> accounts.setPassword(contact, "a few words of mine"));
        assertThat(find(contact).hasPassword()).isTrue();
        administer(accounts -> accounts.deactivate(contact));
        refused("account-inactive", () -> administer(accounts -> accounts.issueToken(contact, "x", in(Duration.ofDays(1)))));
        administer(accounts -> accounts.activate(contact));
        administer(accounts -> accounts.issueToken(contact, "x", in(Duration.ofDays(1))));
        assertThat(tokens(contact, null).items()).hasSize(1);
    }

    @Test
    void tokens_are_listed_newest_first_with_their_state_and_without_their_secret() {
        List<IssuedToken> issued = new ArrayList<>();
        for (String label : List.of("first", "second", "third")) {
            administer(accounts -> issued.add(accounts.issueToken(agent, label, in(Duration.ofHours(2)))));
            wiring.clock().advance(Duration.ofMinutes(1));
        }
        administer(accounts -> accounts.revokeToken(agent, issued.get(1).id()));

        CursorPage<TokenRow> page = tokens(agent, null);
        assertThat(page.items()).extracting(TokenRow::label).containsExactly("third", "second");
        assertThat(page.items()).extracting(TokenRow::state).containsExactly(TokenState.VALID, TokenState.REVOKED);
        wiring.clock().advance(Duration.ofHours(3));
        assertThat(tokens(agent, page.next()).items()).extracting(TokenRow::state).containsExactly(TokenState.EXPIRED);
        assertThat(page.toString()).doesNotContain(issued.get(0).secret(), issued.get(2).secret());
        assertThat(tokens(contact, null).items()).isEmpty();
        refused("not-found", () -> tokens("nobody", null));
    }

    @Test
    void the_last_administrator_stays_also_on_the_database() throws Exception {
        database.executeAsOwner("UPDATE account SET active = FALSE WHERE name NOT IN ('" + agent + "', '" + contact + "')");
        administer(accounts -> accounts.setRoles(agent, Set.of(Role.ADMIN), null, null));
        refused("last-administrator", () -> administer(accounts -> accounts.deactivate(agent)));
        refused("last-administrator", () -> administer(accounts -> accounts.setRoles(agent, Set.of(Role.QUALITY), null, null)));
        assertThat(find(agent).active()).isTrue();
        assertThat(find(agent).roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void two_administrators_do_not_shut_each_other_out_at_one_moment() throws Exception {
        String second = prefix + "-second";
        database.executeAsOwner("UPDATE account SET active = FALSE WHERE name NOT IN ('" + agent + "', '" + contact + "')");
        administer(accounts -> accounts.setRoles(agent, Set.of(Role.ADMIN), null, null));
        administer(accounts -> accounts.createStaff(
                new NewStaffAccount(second, "Second", second + "@desk.example", null, Set.of(Role.ADMIN), null, "en", "UTC")));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> back = database.inNewTransaction(() -> {
                wiring.get(AccountAdministration.class).deactivate(second);
                Future<?> deactivating = other.submit(() -> administer(accounts -> accounts.deactivate(agent)));
                // It has to wait for this transaction; if it does not, it is done by then.
                assertThatThrownBy(() -> deactivating.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                return deactivating;
            });
            assertThatThrownBy(back::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("last-administrator"));
        } finally {
            other.shutdownNow();
        }
        assertThat(find(agent).active()).isTrue();
        assertThat(find(second).active()).isFalse();
    }

    private AccountFilter filter() {
        return new AccountFilter(prefix + "-", null, null);
    }

    private interface Work {
        void with(AccountAdministration accounts);
    }

    private void administer(Work work) {
        database.inNewTransaction(() -> {
            work.with(wiring.get(AccountAdministration.class));
            return null;
        });
    }

    private AccountView find(String name) {
        return database.inNewTransaction(() -> queries().find(name));
    }

    private List<AccountRow> list(AccountFilter filter) {
        return database.inTransaction(() -> queries().list(filter, null, null)).items();
    }

    private CursorPage<TokenRow> tokens(String name, String after) {
        return database.inNewTransaction(() -> queries().tokens(name, 2, after));
    }

    private AccountQueries queries() {
        return wiring.get(AccountQueries.class);
    }

    private Instant in(Duration time) {
        return wiring.clock().instant().plus(time);
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
