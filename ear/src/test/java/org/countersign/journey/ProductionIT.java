package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.DatabaseKind;
import org.countersign.journey.support.FormClient;
import org.junit.jupiter.api.Test;

/** A production installation knows nobody of the demo, and lets its first administrator in once. */
class ProductionIT {

    private static final List<String> DEMO_ACCOUNTS =
            List.of("admin", "l1", "l2", "l3", "manager", "quality", "anna", "bert", "carla");
    private static final String PASSWORD = "a first password, long enough";

    @Test
    void nobody_of_the_demo_gets_in_and_the_first_administrators_password_is_taken_once() throws Exception {
        CountersignServer first = CountersignServer.on(DatabaseKind.POSTGRESQL)
                .production()
                .environment("COUNTERSIGN_ADMIN_PASSWORD", PASSWORD)
                .start();
        try (first) {
            for (String name : DEMO_ACCOUNTS) {
                first.api("demo-" + name).get("/me").expect(401);
                first.api("demo-" + name).get("/tickets").expect(401);
                FormClient.Page refused = new FormClient(first).trySignIn(name, name, null);
                assertThat(refused.status()).as(name).isEqualTo(200);
                assertThat(refused.text()).as(name).contains("signIn:password");
            }
            assertThat(new FormClient(first).get("/sign-in.xhtml").text()).as("no demo accounts are shown").doesNotContain("carla");
            assertThat(new FormClient(first).trySignIn("admin", PASSWORD, null).status()).isEqualTo(302);
        }

        try (CountersignServer again = CountersignServer.on(first.database())
                .production()
                .environment("COUNTERSIGN_ADMIN_PASSWORD", "another password, long enough")
                .start()) {
            assertThat(new FormClient(again).trySignIn("admin", "another password, long enough", null).status()).isEqualTo(200);
            assertThat(new FormClient(again).trySignIn("admin", PASSWORD, null).status()).isEqualTo(302);
            assertThat(accounts(again)).isEqualTo(1);
        }
    }

    private static int accounts(CountersignServer server) throws SQLException {
        try (Connection connection = server.database().asOwner();
                ResultSet row = connection.createStatement().executeQuery("SELECT COUNT(*) FROM account")) {
            row.next();
            return row.getInt(1);
        }
    }
}
