package org.countersign.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.countersign.journey.support.DatabaseAddress;
import org.countersign.journey.support.DatabaseKind;

/**
 * A PostgreSQL whose commits are on the disk when they are answered. The tests' PostgreSQL leaves that out to save time, which would flatter
 * whatever commits most.
 */
final class DurablePostgres {

    private static final String PASSWORD = "throw-away";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private DurablePostgres() {}

    /** An empty database with an owner and an application role without any right yet. */
    static DatabaseAddress newDatabase() {
        int number = COUNT.incrementAndGet();
        String server = "jdbc:postgresql://127.0.0.1:" + Holder.INSTANCE.getPort() + "/";
        try (Connection connection = DriverManager.getConnection(server + "postgres", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            requireOn(statement, "fsync");
            requireOn(statement, "synchronous_commit");
            statement.execute("CREATE ROLE owner_" + number + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE ROLE app_" + number + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE benchmark_" + number + " OWNER owner_" + number);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAddress(DatabaseKind.POSTGRESQL, server + "benchmark_" + number, "owner_" + number, "app_" + number);
    }

    private static void requireOn(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            if (!row.getString(1).equals("on")) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + " = " + row.getString(1));
            }
        }
    }

    private static final class Holder {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
