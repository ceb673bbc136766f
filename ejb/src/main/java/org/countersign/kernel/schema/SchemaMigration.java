package org.countersign.kernel.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings a database to the level this version of the application needs. Runs as the owner of the schema; the application's own role is
 * created where the owner may do so (always on H2) and receives exactly the rights that the migrations grant.
 */
public class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());
    private static final String DUPLICATE_OBJECT = "42710";
    private static final String DUPLICATE_KEY = "23505";

    /** Any number, always the same, for PostgreSQL's advisory lock. */
    private static final long GRANT_LOCK = 0x436f756e74657273L;

    /** Key of the advisory lock that one migrating node holds. */
    private static final long MIGRATION_LOCK = 0x436F756E746572L;

    private final DataSource owner;
    private final String applicationRole;
    private final String applicationPassword;
    private final String[] locations;

    /**
     * @param owner connects as the role that owns the tables
     * @param applicationRole the role that the application's own data source uses; a plain SQL identifier
     * @param applicationPassword only used when the role has to be created
     * @throws IllegalArgumentException when the role's name is not a plain SQL identifier
     */
    public SchemaMigration(DataSource owner, String applicationRole, String applicationPassword) {
        this(owner, applicationRole, applicationPassword, new String[0]);
    }

    /** @param more locations of further migrations */
    SchemaMigration(DataSource owner, String applicationRole, String applicationPassword, String... more) {
        if (!applicationRole.matches("[A-Za-z_][A-Za-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("The application's database role must be a plain SQL identifier, not: " + applicationRole);
        }
        this.owner = owner;
        this.applicationRole = applicationRole;
        this.applicationPassword = applicationPassword;
        this.locations = Stream.concat(Stream.of("classpath:db/migration"), Stream.of(more)).toArray(String[]::new);
    }

    /**
     * Migrates, or does nothing when the level is right. Of nodes that start together one does each migration while the others wait
     * for it. What was cut off half-way is undone first: by PostgreSQL itself, on H2 from a script beside the database.
     *
     * @return the number of migrations that ran
     * @throws org.flywaydb.core.api.FlywayException when a migration fails, when applied migrations were changed, or when the database is
     *     of a newer version of the application than this one
     */
    public int run() {
        if (isH2()) {
            // One process holds an H2 file, so it is enough to take turns within it.
            synchronized (SchemaMigration.class) {
                return migrate();
            }
        }
        return migrateAlone();
    }

    /** Flyway takes turns on PostgreSQL too, but not while it makes its history: two nodes on an empty database would both begin it. */
    private int migrateAlone() {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + MIGRATION_LOCK + ")");
            try {
                return migrate();
            } finally {
                unlock(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The migration could not be kept to one node: " + e.getMessage(), e);
        }
    }

    /** A connection that cannot unlock is lost, and its lock with it. */
    private static void unlock(Statement statement) {
        try {
            statement.execute("SELECT pg_advisory_unlock(" + MIGRATION_LOCK + ")");
        } catch (SQLException lost) {
            LOG.log(Level.FINE, "The migration's lock went with its connection", lost);
        }
    }

    private boolean isH2() {
        try (Connection connection = owner.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not let its owner in: " + e.getMessage(), e);
        }
    }

    private int migrate() {
        Optional<MigrationBackup> backup = MigrationBackup.of(owner);
        boolean restored = backup.isPresent() && backup.get().restore();
        if (restored) {
            LOG.warning("A migration of the database was cut off. The database is again as it was before; the migration is repeated.");
        }
        boolean h2 = isH2();
        createApplicationRole(h2);
        // JBeret makes its tables before us, so the schema is not empty: our history starts at nothing, not at "whatever is there".
        Flyway flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(owner)
                .locations(locations)
                .placeholders(Map.of("app", applicationRole, "blob", h2 ? "BLOB" : "BYTEA"))
                .baselineOnMigrate(true)
                .baselineVersion(MigrationVersion.fromVersion("0"))
                // A database of a newer application is refused, not silently used.
                .ignoreMigrationPatterns(new String[0])
                .validateMigrationNaming(true)
                .load();
        if (flyway.info().current() != null) {
            refuseNewerDatabase(flyway);
        }
        if (!restored && flyway.info().pending().length > 0) {
            backup.ifPresent(MigrationBackup::take);
        }
        MigrateResult result = flyway.migrate();
        backup.ifPresent(MigrationBackup::discard);
        if (!h2) {
            grantSequences();
        }
        return result.migrationsExecuted;
    }

    private static void refuseNewerDatabase(Flyway flyway) {
        for (var applied : flyway.info().applied()) {
            if (applied.getState().name().startsWith("FUTURE")) {
                throw new IllegalStateException("The database is at level " + applied.getVersion()
                        + ", which this version of Countersign does not know. Start the version that migrated it, or restore a backup.");
            }
        }
    }

    private void createApplicationRole(boolean h2) {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            String password = applicationPassword.replace("'", "''");
            if (h2) {
                statement.execute("CREATE USER IF NOT EXISTS " + applicationRole + " PASSWORD '" + password + "'");
                // H2 takes these from its owner only, so they cannot be in an address that both roles use. Without the first, a kill loses
                // commits that were acknowledged; it is forgotten when the database closes, and the second keeps that from happening.
                statement.execute("SET WRITE_DELAY 0");
                statement.execute("SET DB_CLOSE_DELAY -1");
            } else {
                boolean exists;
                try (var found = statement.executeQuery(
                        "SELECT 1 FROM pg_roles WHERE rolname = '" + applicationRole.toLowerCase(Locale.ROOT) + "'")) {
                    exists = found.next();
                }
                if (!exists) {
                    createRole(statement, password);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The application's database role " + applicationRole
                    + " is missing and the owner's role could not create it: " + e.getMessage(), e);
        }
    }

    private void createRole(Statement statement, String password) throws SQLException {
        try {
            statement.execute("CREATE ROLE " + applicationRole + " LOGIN PASSWORD '" + password + "'");
        } catch (SQLException e) {
            // Another node was faster.
            if (!DUPLICATE_OBJECT.equals(e.getSQLState()) && !DUPLICATE_KEY.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** PostgreSQL only. One node after the other, because PostgreSQL fails one of two grants that meet. */
    private void grantSequences() {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(" + GRANT_LOCK + ")");
                statement.execute("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA " + connection.getSchema() + " TO " + applicationRole);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The application's role could not be granted the sequences: " + e.getMessage(), e);
        }
    }
}
