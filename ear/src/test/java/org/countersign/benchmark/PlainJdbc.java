package org.countersign.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.countersign.journey.support.DatabaseAddress;

/**
 * Writes what a registration writes (a ticket, its audit entry, the note that the entry is unsealed, the acknowledgement in the outbox) with
 * nothing but JDBC: prepared statements on one connection of the application's role, one commit for each ticket. The values are those of a
 * ticket that the application registered; only what must be unique changes. Ids are counted here and cost no call.
 */
final class PlainJdbc implements Runnable, AutoCloseable {

    private static final AtomicLong IDS = new AtomicLong(10_000_000);

    /** The rows of one registered ticket. */
    record Registered(Row ticket, Row auditEntry, Row outboxMessage) {

        /** Of the ticket that was registered last. */
        static Registered lastIn(DatabaseAddress database) throws SQLException {
            try (Connection owner = database.asOwner()) {
                Row ticket = Row.read(owner, "ticket", "ORDER BY id DESC LIMIT 1");
                Object number = ticket.value("number");
                return new Registered(
                        ticket,
                        Row.read(owner, "audit_entry", "WHERE subject_id = '" + number + "' AND action = 'TicketRegistered'"),
                        Row.read(owner, "outbox_message", "WHERE ticket_id = " + ticket.value("id")));
            }
        }
    }

    /** One row of a table. */
    record Row(String table, List<String> columns, List<Object> values) {

        static Row read(Connection connection, String table, String where) throws SQLException {
            try (ResultSet row = connection.createStatement().executeQuery("SELECT * FROM " + table + " " + where)) {
                if (!row.next()) {
                    throw new IllegalStateException("No row in " + table + " " + where);
                }
                ResultSetMetaData data = row.getMetaData();
                List<String> columns = new ArrayList<>();
                List<Object> values = new ArrayList<>();
                for (int i = 1; i <= data.getColumnCount(); i++) {
                    columns.add(data.getColumnName(i));
                    values.add(
                            data.getColumnTypeName(i).equals("timestamptz") ? row.getObject(i, OffsetDateTime.class) : row.getObject(i));
                }
                return new Row(table, columns, values);
            }
        }

        Object value(String column) {
            return values.get(columns.indexOf(column));
        }

        PreparedStatement insert(Connection connection) throws SQLException {
            return connection.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                    + "?, ".repeat(columns.size() - 1) + "?)");
        }

        /** Binds all values, those named after the statement instead of the row's own. */
        void bind(PreparedStatement statement, Object... changed) throws SQLException {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            for (int i = 0; i < changed.length; i += 2) {
                statement.setObject(columns.indexOf((String) changed[i]) + 1, changed[i + 1]);
            }
        }
    }

    private final Registered rows;
    private final Connection connection;
    private final PreparedStatement ticket;
    private final PreparedStatement auditEntry;
    private final PreparedStatement unsealed;
    private final PreparedStatement outboxMessage;

    PlainJdbc(DatabaseAddress database, Registered rows) {
        this.rows = rows;
        try {
            connection = database.asApplication();
            connection.setAutoCommit(false);
            ticket = rows.ticket().insert(connection);
            auditEntry = rows.auditEntry().insert(connection);
            unsealed = connection.prepareStatement("INSERT INTO audit_unsealed (entry_id) VALUES (?)");
            outboxMessage = rows.outboxMessage().insert(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes one ticket. */
    @Override
    public void run() {
        long id = IDS.incrementAndGet();
        String number = "J-" + id;
        try {
            rows.ticket().bind(ticket, "id", id, "number", number);
            ticket.executeUpdate();
            rows.auditEntry().bind(auditEntry, "id", id, "subject_id", number);
            auditEntry.executeUpdate();
            unsealed.setLong(1, id);
            unsealed.executeUpdate();
            rows.outboxMessage().bind(outboxMessage, "id", id, "ticket_id", id, "message_id", "<" + number + "@desk.example>");
            outboxMessage.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
