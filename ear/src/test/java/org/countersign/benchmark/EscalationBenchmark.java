package org.countersign.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.countersign.identity.model.PasswordHash;
import org.countersign.journey.support.DatabaseAddress;

/**
 * What the sweep of escalations takes for as many due ones when few tickets are open and when very many are: two servers, in turns. Each
 * escalation raises a ticket to L2 and tells a manager by mail. The time is that from the first to the last that fired, as the rows say.
 */
final class EscalationBenchmark {

    /** The larger database may cost at most this much of the smaller one. */
    private static final double LIMIT = 1.2;

    private static final double AIM_SECONDS = 2;
    private static final long FIRST_ID = 2_000_000_000L;

    /** Rounds that are not counted: code that ran a thousand times is not as fast as it gets. */
    private static final int WARM_UPS = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private EscalationBenchmark() {}

    static void run(Sizes sizes, Report report) throws SQLException {
        DatabaseAddress few = DurablePostgres.newDatabase();
        DatabaseAddress many = DurablePostgres.newDatabase();
        try (MailSink mail = new MailSink()) {
            for (DatabaseAddress database : new DatabaseAddress[] {few, many}) {
                BuiltServer.start(database, mail.settings()).close();
                Desk.furnish(database);
                agree(database);
            }
            open(few, sizes.fewOpen());
            open(many, sizes.manyOpen());
            try (BuiltServer small = BuiltServer.start(few, mail.settings());
                    BuiltServer large = BuiltServer.start(many, mail.settings())) {
                measure(sizes, report, few, many);
            }
        }
    }

    private static void measure(Sizes sizes, Report report, DatabaseAddress few, DatabaseAddress many) throws SQLException {
        Sample small = new Sample();
        Sample large = new Sample();
        for (int round = 0; round < WARM_UPS + sizes.sweeps(); round++) {
            double smallSeconds = sweep(few, round, sizes.due());
            double largeSeconds = sweep(many, round, sizes.due());
            if (round >= WARM_UPS) {
                small.add(smallSeconds);
                large.add(largeSeconds);
            }
        }
        double ratio = large.median() / small.median();
        report.heading("Sweep of due escalations, PostgreSQL, seconds, median of " + sizes.sweeps());
        report.header("open tickets", "due", "seconds", "to " + sizes.fewOpen(), "limit " + LIMIT, "aim " + AIM_SECONDS + " s");
        report.row(sizes.fewOpen(), sizes.due(), small.median(), "", "", small.median() <= AIM_SECONDS ? "kept" : "**missed**");
        report.row(
                sizes.manyOpen(),
                sizes.due(),
                large.median(),
                ratio,
                ratio <= LIMIT ? "kept" : "**exceeded**",
                large.median() <= AIM_SECONDS ? "kept" : "**missed**");
    }

    /** Half of the resolution's time, and a manager who is told. */
    private static void agree(DatabaseAddress database) throws SQLException {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            statement.execute("UPDATE contract_version SET document = replace(document, '\"targets\":', '\"escalation\":[{\"rule\":\"HALF-TIME\","
                    + "\"at\":{\"percent\":50,\"of\":\"RESOLUTION\"},\"then\":{\"level\":\"L2\",\"notify\":[\"MANAGER\"]}}],\"targets\":')");
            statement.execute("INSERT INTO account (id, name, display_name, email, password_hash, language, zone, theme, active,"
                    + " failed_sign_ins, version) VALUES (10, 'manager', 'Manager', 'manager@desk.example', '"
                    + PasswordHash.of(Desk.PASSWORD.toCharArray()) + "', 'en', 'Europe/Amsterdam', 'SYSTEM', TRUE, 0, 1)");
            statement.execute("INSERT INTO account_role VALUES (10, 'MANAGER')");
        }
    }

    /** Open tickets of just now, each with the escalation that is to come; nothing is due for days. */
    private static void open(DatabaseAddress database, int tickets) throws SQLException {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            String i = " FROM generate_series(1, " + tickets + ") AS i";
            statement.execute("INSERT INTO ticket (id, number, contract_id, organisation_id, contact_id, kind, state, channel, summary,"
                    + " description, impact, urgency, priority, level, fields, received_at, response_due, resolution_due, rejections,"
                    + " unassigned_since, updated_at, due_order, contract_version, calendar_revision, version)"
                    + " SELECT " + FIRST_ID + " + i, 'E-' || i, 4, 1, 2, 'INCIDENT', 'NEW', 'API', 'Report number ' || i,"
                    + " 'What was seen, in the words of who saw it.', 'MEDIUM', 'LOW', 'P4', 'L1', '{}', now(), now() + interval '1 day',"
                    + " now() + interval '30 days', 0, now(), now(), now() + interval '30 days', 1, 1, 1" + i);
            statement.execute("INSERT INTO clock_event (id, ticket_id, ordinal, kind, occurred_at, ticket_kind, impact, urgency)"
                    + " SELECT " + FIRST_ID + " + i, " + FIRST_ID + " + i, 0, 'RECEIVED', now(), 'INCIDENT', 'MEDIUM', 'LOW'" + i);
            statement.execute("INSERT INTO escalation (id, ticket_id, contract_id, contract_version, calendar_revision, rule, occasion, state,"
                    + " due_at, next_attempt_at, attempts, version)"
                    + " SELECT " + FIRST_ID + " + i, " + FIRST_ID + " + i, 4, 1, 1, 'HALF-TIME', 1, 'WAITING', now() + interval '30 days',"
                    + " now() + interval '30 days', 0, 1" + i);
            statement.execute("ANALYZE");
        }
    }

    /** Lets the next tickets have come in a month ago, and waits until their escalations have fired and the mail has left. */
    private static double sweep(DatabaseAddress database, int round, int due) throws SQLException {
        String these = " BETWEEN " + (FIRST_ID + 1 + (long) round * due) + " AND " + (FIRST_ID + (long) (round + 1) * due);
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("UPDATE clock_event SET occurred_at = now() - interval '30 days' WHERE ticket_id" + these);
            statement.execute("UPDATE escalation SET due_at = now() - interval '20 days', next_attempt_at = now() - interval '20 days'"
                    + " WHERE id" + these);
            owner.commit();
            owner.setAutoCommit(true);
            await(statement, "SELECT count(*) = " + due + " FROM escalation WHERE state = 'FIRED' AND id" + these);
            await(statement, "SELECT count(*) = 0 FROM outbox_message WHERE state = 'PENDING'");
            try (ResultSet row = statement.executeQuery(
                    "SELECT extract(epoch FROM max(settled_at) - min(settled_at)) FROM escalation WHERE id" + these)) {
                row.next();
                return row.getDouble(1);
            }
        }
    }

    private static void await(Statement statement, String condition) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (ResultSet row = statement.executeQuery(condition)) {
                row.next();
                if (row.getBoolean(1)) {
                    return;
                }
            }
            Pause.millis(500);
        }
        throw new IllegalStateException("It did not come to pass: " + condition);
    }
}
