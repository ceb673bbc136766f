package org.countersign.addon.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.countersign.identity.model.PasswordHash;
import org.countersign.identity.model.TokenSecret;

/**
 * What the demo writes past the application, because the application must not be able to: passwords that are as short as their account's
 * name, tokens that can be guessed. And how far the loading has come, in a table of its own.
 */
final class DemoDatabase {

    private static final String TOKEN_PREFIX = "demo-";

    private final DataSource owner;

    /** @param owner connects as the role that owns the tables */
    DemoDatabase(DataSource owner) {
        this.owner = owner;
    }

    /** When this installation was started for the first time; all of the demo's dates are relative to it. */
    Instant firstStart() {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT first_start FROM installation WHERE id = 1")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives each account its name as the password and {@code demo-<name>} as the token. May be repeated. */
    void openAccounts(Collection<String> names) {
        try (Connection connection = owner.getConnection();
                PreparedStatement password = connection.prepareStatement("UPDATE account SET password_hash = ? WHERE name = ?");
                PreparedStatement token = connection.prepareStatement(
                        "UPDATE api_token SET token_hash = ? WHERE label = ? AND account_id = (SELECT id FROM account WHERE name = ?)")) {
            // Hashing is slow on purpose; both processors help.
            Map<String, String> hashes = names.parallelStream().collect(Collectors.toMap(n -> n, n -> PasswordHash.of(n.toCharArray())));
            for (String name : names) {
                password.setString(1, hashes.get(name));
                password.setString(2, name);
                password.executeUpdate();
                token.setString(1, TokenSecret.hash(TOKEN_PREFIX + name));
                token.setString(2, MasterDataLoader.TOKEN_LABEL);
                token.setString(3, name);
                token.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a part of the demo has been loaded to its end. */
    boolean isDone(String part) {
        try (Connection connection = owner.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS demo_loading (part VARCHAR(100) NOT NULL PRIMARY KEY)");
            }
            try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM demo_loading WHERE part = ?")) {
                query.setString(1, part);
                try (ResultSet row = query.executeQuery()) {
                    return row.next();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void done(String part) {
        try (Connection connection = owner.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO demo_loading (part) VALUES (?)")) {
            insert.setString(1, part);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
