package org.countersign.kernel.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.countersign.kernel.ApplicationClock;
import org.countersign.kernel.InstallationKind;
import org.countersign.kernel.Settings;

/**
 * First of all start-up beans: migrates the database before anything uses it, and refuses to start a demo on a production database or the
 * other way round. Every other start-up bean depends on it by name, {@value #NAME}.
 */
@Singleton(name = DatabaseStartUp.NAME)
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseStartUp {

    public static final String NAME = "DatabaseStartUp";

    private static final Logger LOG = Logger.getLogger(DatabaseStartUp.class.getName());

    @Resource(lookup = "java:jboss/datasources/CountersignOwner")
    private DataSource owner;

    @Resource(lookup = "java:jboss/datasources/Countersign")
    private DataSource application;

    private volatile boolean ready;

    @PostConstruct
    void start() {
        int executed = new SchemaMigration(
                        owner,
                        Settings.text("countersign.db.user", "countersign_app"),
                        Settings.text("countersign.db.password", "countersign_app"))
                .run();
        LOG.info(() -> "The database is at the level of this version; migrations executed: " + executed);
        settleKind(InstallationKind.configured());
        ready = true;
    }

    /** Whether the database is migrated, of this installation's kind, and answers the application's role now; the readiness check asks. */
    @PermitAll
    @Lock(LockType.READ)
    public boolean isReady() {
        if (!ready) {
            return false;
        }
        // Asked by a query: the pool's connections say that they are valid after the database has gone.
        try (Connection connection = application.getConnection(); Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(2);
            return statement.execute("SELECT 1");
        } catch (SQLException unreachable) {
            LOG.warning(() -> "The database does not answer: " + unreachable.getMessage());
            return false;
        }
    }

    private void settleKind(InstallationKind configured) {
        try (Connection connection = owner.getConnection()) {
            String found = kind(connection);
            if (found == null) {
                found = settle(connection, configured);
            }
            if (!found.equals(configured.name())) {
                throw new IllegalStateException("This database belongs to a " + found + " installation and the server was started as "
                        + configured + ". Set COUNTERSIGN_INSTALLATION or choose another database.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The kind of the installation could not be settled: " + e.getMessage(), e);
        }
    }

    private static String kind(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT kind FROM installation WHERE id = 1")) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static String settle(Connection connection, InstallationKind configured) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO installation (id, kind, first_start) VALUES (1, ?, ?)")) {
            insert.setString(1, configured.name());
            insert.setObject(2, OffsetDateTime.ofInstant(ApplicationClock.shared().instant(), ZoneOffset.UTC));
            insert.executeUpdate();
            return configured.name();
        } catch (SQLException e) {
            // Another node of the same installation may have been faster.
            String found = kind(connection);
            if (found == null) {
                throw e;
            }
            return found;
        }
    }
}
