package org.countersign.journey.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL per JVM, on loopback, gone with the JVM; every caller gets a database and two roles of its own. */
public final class Postgres {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Postgres() {}

    /** An empty database with an owner who may create roles and an application role without any right yet. */
    public static DatabaseAddress newDatabase() {
        return newDatabase(Holder.INSTANCE.getPort());
    }

    /** The same in the PostgreSQL at a port of this machine. */
    static DatabaseAddress newDatabase(int port) {
        int number = COUNT.incrementAndGet();
        String name = "countersign_" + number;
        String owner = "owner_" + number;
        String application = "app_" + number;
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + owner + " LOGIN PASSWORD '" + DatabaseAddress.PASSWORD + "'");
            statement.execute("CREATE ROLE " + application + " LOGIN PASSWORD '" + DatabaseAddress.PASSWORD + "'");
            statement.execute("CREATE DATABASE " + name + " OWNER " + owner);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL on port " + port + " refused a new database: " + e.getMessage(), e);
        }
        return new DatabaseAddress(DatabaseKind.POSTGRESQL, "jdbc:postgresql://127.0.0.1:" + port + "/" + name, owner, application);
    }

    private static final class Holder {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The PostgreSQL of the tests could not be started", e);
            }
        }
    }
}
