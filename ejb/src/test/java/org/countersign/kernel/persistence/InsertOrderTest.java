package org.countersign.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.jpa.JpaHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The order of writing against the foreign keys that the database really has. */
@OnEachDatabase
class InsertOrderTest {

    /** The row pointed at is there, from a transaction before, when the other one is inserted and it is made to point back. */
    private static final Set<String> SET_LATER =
            Set.of("resolution -> ticket", "acceptance -> ticket", "timesheet_confirmation -> timesheet");

    @Parameter
    TestDatabase database;

    @Test
    void every_row_is_written_after_the_rows_it_points_at() throws Exception {
        List<String> order = order();
        List<String> violations = new ArrayList<>();
        int foreignKeys = 0;
        try (Connection connection = database.owner().getConnection()) {
            for (String table : order) {
                String name = connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
                try (ResultSet keys = connection.getMetaData().getImportedKeys(null, connection.getSchema(), name)) {
                    while (keys.next()) {
                        String target = keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT);
                        String arrow = table + " -> " + target;
                        foreignKeys++;
                        if (order.contains(target) && order.indexOf(target) > order.indexOf(table) && !SET_LATER.contains(arrow)) {
                            violations.add(arrow);
                        }
                    }
                }
            }
        }
        assertThat(foreignKeys).isGreaterThan(20);
        assertThat(violations).as("name the tables in META-INF/insert-order.txt").isEmpty();
    }

    private List<String> order() {
        AbstractSession session = (AbstractSession)
                JpaHelper.getEntityManagerFactory(database.entityManagerFactory()).getServerSession();
        return session.getCommitManager().getCommitOrder().stream()
                .map(type -> session.getDescriptor((Class<?>) type))
                .filter(descriptor -> !descriptor.getTableNames().isEmpty())
                .map(ClassDescriptor::getTableName)
                .map(table -> table.toLowerCase(Locale.ROOT))
                .toList();
    }
}
