package org.countersign.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.countersign.testing.Database;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** F75: a migration that is cut off in the middle is repeated at the next start, and nothing that was there is lost. */
class CutOffMigrationTest {

    private static final String OWNER = "countersign_owner";
    private static final String ROLE = TestDatabase.APPLICATION_ROLE;

    @TempDir
    Path folder;

    @Test
    void h2_is_put_back_from_its_script_and_migrated_again() throws Exception {
        JdbcDataSource owner = new JdbcDataSource();
        owner.setURL("jdbc:h2:file:" + folder.resolve("it's a database"));
        owner.setUser(OWNER);
        owner.setPassword(OWNER);
        new SchemaMigration(owner, ROLE, ROLE).run();
        execute(owner, "INSERT INTO organisation (id, code, name, version) VALUES (1, 'A', 'Őrült Űr ''Kft''', 0)");
        shutDown(owner);

        assertThat(migrateInProcessThatIsCutOff(owner.getURL())).isEqualTo(CutOffMigration.CUT_OFF);
        assertThat(tables(owner, "halfway")).as("what H2 leaves behind").isEqualTo(1);
        assertThat(tables(owner, "other_half")).isZero();
        shutDown(owner);

        assertThat(new SchemaMigration(owner, ROLE, ROLE, "classpath:db/halfway/whole").run()).isEqualTo(1);
        assertThat(tables(owner, "halfway")).isEqualTo(1);
        assertThat(tables(owner, "other_half")).isEqualTo(1);
        assertThat(text(owner, "SELECT name FROM organisation WHERE id = 1")).isEqualTo("Őrült Űr 'Kft'");
        try (Connection application = DriverManager.getConnection(owner.getURL(), ROLE, ROLE);
                Statement statement = application.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE organisation SET version = 1")).isEqualTo(1);
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM audit_entry")).isInstanceOf(SQLException.class);
        }
        shutDown(owner);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("before-migration"));
        }
    }

    @Test
    void an_older_version_finds_an_h2_database_as_it_was_before() throws Exception {
        JdbcDataSource owner = new JdbcDataSource();
        owner.setURL("jdbc:h2:file:" + folder.resolve("older"));
        owner.setUser(OWNER);
        owner.setPassword(OWNER);
        new SchemaMigration(owner, ROLE, ROLE).run();
        shutDown(owner);
        migrateInProcessThatIsCutOff(owner.getURL());

        assertThat(new SchemaMigration(owner, ROLE, ROLE).run()).isZero();
        assertThat(tables(owner, "halfway")).isZero();
        shutDown(owner);
    }

    /** The same on an empty database: the very first start can be cut off too. */
    @Test
    void a_first_migration_of_h2_that_was_cut_off_is_repeated() throws Exception {
        JdbcDataSource owner = new JdbcDataSource();
        owner.setURL("jdbc:h2:file:" + folder.resolve("first"));
        owner.setUser(OWNER);
        owner.setPassword(OWNER);

        assertThat(migrateInProcessThatIsCutOff(owner.getURL())).isEqualTo(CutOffMigration.CUT_OFF);
        assertThat(new SchemaMigration(owner, ROLE, ROLE, "classpath:db/halfway/whole").run()).isPositive();
        assertThat(tables(owner, "other_half")).isEqualTo(1);
        shutDown(owner);
    }

    private static int migrateInProcessThatIsCutOff(String url) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CutOffMigration.class.getName(),
                        url))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** PostgreSQL undoes the half itself. */
    @Nested
    @OnEachDatabase
    class OnServers {

        @Parameter
        TestDatabase database;

        @Test
        void a_connection_that_is_cut_off_leaves_nothing_behind() throws Exception {
            if (database.kind() == Database.H2) {
                // In memory: a cut-off takes the database with it. What a file keeps is tested above.
                assertThat(MigrationBackup.of(database.owner())).isEmpty();
                return;
            }
            assertThatThrownBy(() -> new SchemaMigration(database.owner(), ROLE, ROLE, "classpath:db/halfway/postgresql").run())
                    .isInstanceOf(FlywayException.class);
            assertThat(tables(database.owner(), "halfway")).isZero();

            assertThat(new SchemaMigration(database.owner(), ROLE, ROLE, "classpath:db/halfway/whole").run()).isEqualTo(1);
            assertThat(tables(database.owner(), "other_half")).isEqualTo(1);
        }
    }

    private static int tables(DataSource owner, String name) throws SQLException {
        return Integer.parseInt(
                text(owner, "SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_name) = '" + name + "'"));
    }

    private static String text(DataSource owner, String query) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(DataSource owner, String sql) throws SQLException {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void shutDown(DataSource owner) throws SQLException {
        execute(owner, "SHUTDOWN");
    }
}
