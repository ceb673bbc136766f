package org.countersign.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The two databases that the product runs on. */
public enum Database {
    H2("H2") {
        @Override
        TestDatabase create() {
            String url = "jdbc:h2:mem:" + UUID.randomUUID();
            // The first user of a new H2 database owns it; only the owner may set anything in the URL.
            JdbcDataSource owner = h2(url + ";DB_CLOSE_DELAY=-1", OWNER);
            return new TestDatabase(this, owner, h2(url, TestDatabase.APPLICATION_ROLE), () -> execute(owner, "SHUTDOWN"));
        }

        private JdbcDataSource h2(String url, String user) {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL(url);
            dataSource.setUser(user);
            dataSource.setPassword(user);
            return dataSource;
        }
    },

    POSTGRESQL("PostgreSQL") {
        @Override
        TestDatabase create() {
            PGSimpleDataSource administrator = Server.INSTANCE.connect("postgres", "postgres");
            String name = "test_" + UUID.randomUUID().toString().replace("-", "");
            execute(administrator, "CREATE DATABASE " + name + " OWNER " + OWNER);
            return new TestDatabase(
                    this,
                    Server.INSTANCE.connect(OWNER, name),
                    Server.INSTANCE.connect(TestDatabase.APPLICATION_ROLE, name),
                    () -> execute(administrator, "DROP DATABASE " + name + " WITH (FORCE)"));
        }
    };

    private static final String OWNER = "countersign_owner";

    private final String label;

    Database(String label) {
        this.label = label;
    }

    /** A new, migrated database that nobody else uses. */
    abstract TestDatabase create();

    @Override
    public String toString() {
        return label;
    }

    static void execute(javax.sql.DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed: " + e.getMessage(), e);
        }
    }

    /** One PostgreSQL per test run; it ends with the virtual machine. */
    private static final class Server {

        static final Server INSTANCE = new Server();

        private final EmbeddedPostgres postgres;

        private Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "50")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
            }
            // Not a superuser: a superuser would pass every check of rights.
            execute(connect("postgres", "postgres"), "CREATE ROLE " + OWNER + " LOGIN CREATEROLE");
        }

        PGSimpleDataSource connect(String user, String database) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setServerNames(new String[] {"localhost"});
            dataSource.setPortNumbers(new int[] {postgres.getPort()});
            dataSource.setDatabaseName(database);
            dataSource.setUser(user);
            dataSource.setPassword(user);
            return dataSource;
        }
    }
}
