package org.countersign.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.ApiToken;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.model.TokenSecret;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who calls, as each request asks. */
@OnEachDatabase
class JpaAccountsTest {

    private static final Duration LIFE = Duration.ofDays(30);

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private Instant now;

    @BeforeEach
    void a_customer() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "C" + customers++);
        now = wiring.clock().instant();
    }

    @Test
    void a_token_tells_the_caller_with_all_roles_in_one_statement() {
        Account account = Account.ofStaff(
                name("-lead"), "Lead", "lead@desk.example", SupportLevel.L2, EnumSet.of(Role.AGENT, Role.MANAGER, Role.QUALITY));
        String secret = name("secret");
        database.inTransaction(() -> {
            accounts().add(account);
            accounts().add(new ApiToken(account.id(), "test", secret, now, now.plus(LIFE)));
        });

        assertThat(byToken(secret, now)).contains(Caller.of(account));
        assertThat(database.statements().count(() -> byToken(secret, now))).isEqualTo(1);
    }

    @Test
    void a_token_counts_until_it_expires_is_revoked_or_its_account_is_put_out_of_use() {
        String secret = name("secret");
        ApiToken token = new ApiToken(customer.agentId(), "test", secret, now, now.plus(LIFE));
        database.inTransaction(() -> accounts().add(token));

        assertThat(byToken(secret, now.plus(LIFE).minusNanos(1000))).isPresent();
        assertThat(byToken(secret, now.plus(LIFE))).isEmpty();
        assertThat(byToken(secret + "x", now)).isEmpty();

        database.inTransaction(() -> accounts().byId(customer.agentId()).orElseThrow().deactivate());
        assertThat(byToken(secret, now)).isEmpty();

        ApiToken other = new ApiToken(customer.contactAccountId(), "test", secret + "-2", now, now.plus(LIFE));
        database.inTransaction(() -> accounts().add(other));
        assertThat(byToken(secret + "-2", now)).isPresent();
        database.inTransaction(() -> accounts().tokenById(other.id()).orElseThrow().revoke(now));
        assertThat(byToken(secret + "-2", now)).isEmpty();
    }

    @Test
    void a_session_is_told_what_its_account_is_now_in_one_statement() {
        Account stored = database.inTransaction(() -> accounts().byId(customer.contactAccountId()).orElseThrow());

        assertThat(byId(customer.contactAccountId())).contains(Caller.of(stored));
        assertThat(database.statements().count(() -> byId(customer.contactAccountId()))).isEqualTo(1);

        database.inTransaction(() -> accounts().byId(customer.agentId()).orElseThrow().revoke(Role.AGENT));
        assertThat(byId(customer.agentId())).get().extracting(Caller::roles).isEqualTo(EnumSet.noneOf(Role.class));
        database.inTransaction(() -> accounts().byId(customer.agentId()).orElseThrow().deactivate());
        assertThat(byId(customer.agentId())).isEmpty();
        assertThat(byId(-1)).isEmpty();
    }

    @Test
    void what_several_people_are_called_is_told_in_one_statement() {
        Account agent = database.inTransaction(() -> accounts().byId(customer.agentId()).orElseThrow());
        Account contact = database.inTransaction(() -> accounts().byId(customer.contactAccountId()).orElseThrow());
        Set<String> names = Set.of(agent.name(), contact.name(), "nobody");

        assertThat(database.inTransaction(() -> accounts().displayNames(names)))
                .isEqualTo(Map.of(agent.name(), agent.displayName(), contact.name(), contact.displayName()));
        assertThat(database.statements().count(() -> database.inTransaction(() -> accounts().displayNames(names)))).isEqualTo(1);
        assertThat(database.inTransaction(() -> accounts().displayNames(Set.of()))).isEmpty();
    }

    @Test
    void a_session_knows_its_password_from_the_next_one_in_one_statement() {
        String first = mark();
        assertThat(mark()).isEqualTo(first);
        assertThat(database.statements().count(this::mark)).isEqualTo(1);

        database.inTransaction(() -> accounts().byId(customer.agentId()).orElseThrow().changePassword("a few words of mine".toCharArray()));
        String second = mark();
        assertThat(second).isNotEqualTo(first);
        database.inTransaction(() -> accounts().byId(customer.agentId()).orElseThrow().changePassword("a few words of mine".toCharArray()));
        assertThat(mark()).as("the same words, set again").isNotEqualTo(second);
    }

    private String mark() {
        return database.inTransaction(() -> accounts().signedIn(customer.agentId())).orElseThrow().mark();
    }

    private Optional<Caller> byToken(String secret, Instant at) {
        return database.inTransaction(() -> accounts().callerByToken(TokenSecret.hash(secret), at));
    }

    private Optional<Caller> byId(long id) {
        return database.inTransaction(() -> accounts().callerById(id));
    }

    private String name(String end) {
        return customer.code().toLowerCase(Locale.ROOT) + end;
    }

    private Accounts accounts() {
        return wiring.get(Accounts.class);
    }
}
