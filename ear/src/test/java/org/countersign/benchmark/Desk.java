package org.countersign.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countersign.identity.model.PasswordHash;
import org.countersign.identity.model.TokenSecret;
import org.countersign.journey.support.DatabaseAddress;
import org.countersign.journey.support.DatabaseKind;

/** One customer with one contract, a contact, a mailbox and an agent of level 1, written by the owner into a migrated database. */
final class Desk {

    static final String CONTRACT = "BENCH";
    static final String CONTACT = "reporter@customer.example";
    static final String AGENT = "l1";
    static final String TOKEN = "cst_benchmark_benchmark_benchmark_benchmark_bench";
    static final String PASSWORD = "benchmark of a service desk";

    static final long ORGANISATION_ID = 1;
    static final long CONTACT_ID = 2;
    static final long CONTRACT_ID = 4;
    static final long AGENT_ID = 5;

    private Desk() {}

    static void furnish(DatabaseAddress database) {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            // Ids below the sequence's start.
            statement.execute("INSERT INTO organisation VALUES (1, 'CUSTOMER', 'Customer', 1)");
            statement.execute("INSERT INTO contact (id, organisation_id, name, email, language, zone, version)"
                    + " VALUES (2, 1, 'Reporter', '" + CONTACT + "', 'en', 'Europe/Amsterdam', 1)");
            statement.execute("INSERT INTO service_calendar VALUES (3, 'OFFICE', 1)");
            statement.execute("INSERT INTO calendar_version VALUES (8, 3, 1, DATE '2020-01-01', '{\"zone\":\"Europe/Budapest\",\"hours\":{"
                    + "\"MONDAY\":[[\"07:00\",\"19:00\"]],\"TUESDAY\":[[\"07:00\",\"19:00\"]],\"WEDNESDAY\":[[\"07:00\",\"19:00\"]],"
                    + "\"THURSDAY\":[[\"07:00\",\"19:00\"]],\"FRIDAY\":[[\"07:00\",\"19:00\"]]}}',"
                    + " 'the benchmark', TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00')");
            statement.execute("INSERT INTO contract VALUES (4, '" + CONTRACT
                    + "', 'Support', 1, DATE '2020-01-01', NULL, FALSE, 'OPEN', 'II', '2.5', 1)");
            statement.execute("INSERT INTO contract_contact VALUES (4, 2, TRUE)");
            String targets = IntStream.rangeClosed(1, 5)
                    .mapToObj(p -> "\"P" + p + "\":{\"response\":\"PT" + p + "H\",\"resolution\":\"PT" + 8 * p + "H\"}")
                    .collect(Collectors.joining(","));
            statement.execute("INSERT INTO contract_version VALUES (9, 4, 1, TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00', 3, 'Reporter',"
                    + " TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00', '{\"calendar\":\"OFFICE\",\"language\":\"en\",\"targets\":[{"
                    + "\"priorities\":{" + targets + "}}]}', 'the benchmark', TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00')");
            statement.execute("INSERT INTO mailbox (id, address, contract_id, display_name, active, version)"
                    + " VALUES (6, 'support@desk.example', 4, 'Support', TRUE, 1)");
            statement.execute("INSERT INTO account (id, name, display_name, email, password_hash, support_level, language, zone, theme,"
                    + " active, failed_sign_ins, version) VALUES (5, '" + AGENT + "', 'Agent', 'agent@desk.example', '"
                    + PasswordHash.of(PASSWORD.toCharArray()) + "', 'L1', 'en', 'Europe/Amsterdam', 'SYSTEM', TRUE, 0, 1)");
            statement.execute("INSERT INTO account_role VALUES (5, 'AGENT')");
            try (PreparedStatement token = owner.prepareStatement("INSERT INTO api_token VALUES (7, 5, 'benchmark', ?,"
                    + " TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00', TIMESTAMP WITH TIME ZONE '2099-01-01 00:00:00+00', NULL, 1)")) {
                token.setString(1, TokenSecret.hash(TOKEN));
                token.executeUpdate();
            }
            if (database.kind() == DatabaseKind.H2) {
                statement.execute("SHUTDOWN");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
