package org.countersign.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countersign.testing.Database;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What a start does to a database that is newer, behind, half-migrated, or being migrated by another node. */
@OnEachDatabase
class SchemaMigrationTest {

    @Parameter
    TestDatabase database;

    /** F76. */
    @Test
    void a_database_of_a_newer_version_is_refused_with_its_level_and_left_alone() throws Exception {
        database.executeAsOwner("INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\","
                + " \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                + " VALUES (9999, '9999', 'future', 'SQL', 'V9999__future.sql', 1, 'somebody', 1, TRUE)");
        try {
            long before = count("SELECT COUNT(*) FROM \"flyway_schema_history\"");

            assertThatThrownBy(() -> migration().run())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The database is at level 9999, which this version of Countersign does not know. Start the version that"
                            + " migrated it, or restore a backup.");
            assertThat(count("SELECT COUNT(*) FROM \"flyway_schema_history\"")).isEqualTo(before);
        } finally {
            database.executeAsOwner("DELETE FROM \"flyway_schema_history\" WHERE \"installed_rank\" = 9999");
        }
    }

    @Test
    void a_database_at_the_right_level_is_left_alone() {
        assertThat(migration().run()).isZero();
    }

    /** F75: nodes that start together on an empty database. */
    @Test
    void of_nodes_that_start_together_one_does_each_migration_and_none_fails() throws Exception {
        if (database.kind() == Database.H2) {
            // In memory or in a file, H2 belongs to one process: threads stand for what cannot be two nodes.
            database.executeAsOwner("DROP ALL OBJECTS");
        } else {
            database.executeAsOwner("DROP SCHEMA public CASCADE");
            database.executeAsOwner("CREATE SCHEMA public");
        }
        int nodes = 3;
        CyclicBarrier together = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            Callable<Integer> node = () -> {
                together.await();
                return migration().run();
            };
            List<Integer> executed = threads.invokeAll(List.of(node, node, node)).stream().map(SchemaMigrationTest::result).toList();

            long applied = count("SELECT COUNT(*) FROM \"flyway_schema_history\" WHERE \"type\" = 'SQL'");
            assertThat(applied).isPositive();
            assertThat(executed.stream().mapToInt(Integer::intValue).sum()).as(executed.toString()).isEqualTo((int) applied);
        } finally {
            threads.shutdownNow();
        }
    }

    private SchemaMigration migration() {
        return new SchemaMigration(database.owner(), TestDatabase.APPLICATION_ROLE, TestDatabase.APPLICATION_ROLE);
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError("A node that started together with others failed", e);
        }
    }
}
