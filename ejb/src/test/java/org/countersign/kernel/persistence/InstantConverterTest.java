package org.countersign.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** On a server whose zone repeats an hour: on 1 November 2026 it is 01:30 in New York at 05:30 UTC and again at 06:30 UTC. */
@OnEachDatabase
class InstantConverterTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T05:30:00.123456Z");
    private static final Instant SECOND = Instant.parse("2026-11-01T06:30:00.123456Z");

    @Parameter
    TestDatabase database;

    private final TimeZone before = TimeZone.getDefault();
    private int accounts;

    @BeforeEach
    void the_server_stands_in_new_york() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    }

    @AfterEach
    void put_the_zone_back() throws Exception {
        TimeZone.setDefault(before);
        database.executeAsOwner("DELETE FROM account_role");
        database.executeAsOwner("DELETE FROM account");
    }

    @Test
    void the_two_halves_of_the_repeated_hour_look_alike_on_the_wall() {
        ZoneId zone = ZoneId.systemDefault();

        assertThat(FIRST.atZone(zone).toLocalTime()).isEqualTo(SECOND.atZone(zone).toLocalTime());
    }

    @Test
    void both_halves_of_the_repeated_hour_are_read_as_written() {
        long first = locked(FIRST);
        long second = locked(SECOND);

        assertThat(lockedUntil(first)).isEqualTo(FIRST);
        assertThat(lockedUntil(second)).isEqualTo(SECOND);
    }

    @Test
    void the_column_itself_holds_the_instant() throws Exception {
        long id = locked(SECOND);

        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT locked_until FROM account WHERE id = " + id)) {
            row.next();
            assertThat(row.getObject(1, OffsetDateTime.class).toInstant()).isEqualTo(SECOND);
        }
    }

    @Test
    void an_instant_beyond_the_wall_clock_gap_of_spring_is_read_as_written() {
        // 02:30 does not exist in New York on 8 March 2026.
        Instant spring = Instant.parse("2026-03-08T07:30:00Z");

        assertThat(lockedUntil(locked(spring))).isEqualTo(spring);
    }

    @Test
    void no_instant_stays_no_instant() {
        long id = locked(null);

        assertThat(lockedUntil(id)).isNull();
        assertThat(query("select a.id from Account a where a.lockedUntil is null")).containsExactly(id);
    }

    @Test
    void an_instant_can_be_taken_away_again() {
        long id = locked(FIRST);

        database.inTransaction(() -> em().find(Account.class, id).signInSucceeded());

        assertThat(lockedUntil(id)).isNull();
    }

    @Test
    void a_query_compares_instants_and_not_times_of_the_wall() {
        long first = locked(FIRST);
        long second = locked(SECOND);

        assertThat(query("select a.id from Account a where a.lockedUntil = :at", FIRST)).containsExactly(first);
        assertThat(query("select a.id from Account a where a.lockedUntil = :at", SECOND)).containsExactly(second);
        assertThat(query("select a.id from Account a where a.lockedUntil > :at", FIRST)).containsExactly(second);
        assertThat(query("select a.id from Account a where a.lockedUntil < :at", SECOND)).containsExactly(first);
        assertThat(query("select a.id from Account a where a.lockedUntil <= :at", FIRST.minusNanos(1000))).isEmpty();
        assertThat(query("select a.id from Account a where a.lockedUntil between :at and :at", SECOND)).containsExactly(second);
    }

    @Test
    void a_selected_instant_is_an_instant() {
        locked(SECOND);

        Object selected = database.inTransaction(() -> em().createQuery("select a.lockedUntil from Account a").getSingleResult());

        assertThat(selected).isEqualTo(SECOND);
    }

    private long locked(Instant until) {
        return database.inTransaction(() -> {
            Account account = Account.ofStaff(
                    "account" + accounts++, "An account", "account@desk.example", SupportLevel.L1, Set.of(Role.AGENT));
            if (until != null) {
                Instant now = until.minus(Duration.ofMinutes(5));
                for (int attempt = 0; attempt < Account.ATTEMPTS; attempt++) {
                    account.signInFailed(now);
                }
            }
            em().persist(account);
            return account.id();
        });
    }

    private Instant lockedUntil(long id) {
        return database.inTransaction(() -> {
            Account account = em().find(Account.class, id);
            return em().createQuery("select a.lockedUntil from Account a where a = :account", Instant.class)
                    .setParameter("account", account)
                    .getResultList()
                    .get(0);
        });
    }

    private List<Long> query(String jpql, Instant... at) {
        return database.inTransaction(() -> {
            var query = em().createQuery(jpql, Long.class);
            for (Instant instant : at) {
                query.setParameter("at", instant);
            }
            return query.getResultList();
        });
    }

    private EntityManager em() {
        return database.entityManager();
    }
}
