package org.countersign.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.journey.support.DatabaseAddress;

/** A calendar changes under few and under many open tickets: how long the job takes that computes their due instants anew, and what it keeps in memory. */
final class RecomputeBenchmark {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);

    private RecomputeBenchmark() {}

    static void run(Sizes sizes, Report report) throws SQLException {
        report.heading("Recomputing open tickets after a change of the calendar, PostgreSQL");
        report.header("open tickets", "seconds", "tickets per second", "largest live heap while it ran (MiB)");
        for (int tickets : new int[] {sizes.large() / 10, sizes.large()}) {
            measure(report, tickets);
        }
    }

    private static void measure(Report report, int tickets) throws SQLException {
        DatabaseAddress database = DurablePostgres.newDatabase();
        try (MailSink mail = new MailSink()) {
            BuiltServer.start(database, mail.settings()).close();
            Desk.furnish(database);
            fill(database, tickets);
            try (BuiltServer server = BuiltServer.start(database, mail.settings())) {
                changeCalendar(database);
                long largest = 0;
                long end = System.nanoTime() + LIMIT.toNanos();
                String status = "";
                while (!status.equals("COMPLETED")) {
                    if (status.equals("FAILED") || System.nanoTime() > end) {
                        throw new IllegalStateException("clock-recompute did not complete: " + status);
                    }
                    Pause.millis(2000);
                    status = text(database, "SELECT COALESCE((SELECT status FROM job_run WHERE job_name = 'clock-recompute'), '')");
                    if (status.equals("STARTED")) {
                        largest = Math.max(largest, liveHeap(server.pid()));
                    }
                }
                String still = text(database, "SELECT count(*) FROM ticket WHERE calendar_revision = 1");
                if (!still.equals("0")) {
                    throw new IllegalStateException(still + " tickets are as before");
                }
                double seconds = Double.parseDouble(
                        text(database, "SELECT extract(epoch FROM ended_at - started_at) FROM job_run WHERE job_name = 'clock-recompute'"));
                report.row(tickets, seconds, tickets / seconds, largest);
            }
        }
    }

    /** All open, each reported some minutes after the one before and put on hold for an hour once. */
    private static void fill(DatabaseAddress database, int tickets) throws SQLException {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            String i = " FROM generate_series(1, " + tickets + ") AS i";
            String received = "TIMESTAMP WITH TIME ZONE '2026-03-02 08:00:00+00' + i * interval '1 minute'";
            statement.execute("INSERT INTO ticket (id, number, contract_id, organisation_id, contact_id, kind, state, channel, summary,"
                    + " description, impact, urgency, priority, level, fields, received_at, response_due, resolution_due, rejections,"
                    + " updated_at, due_order, contract_version, calendar_revision, version)"
                    + " SELECT 1000000000 + i, 'R-' || i, 4, 1, 2, 'INCIDENT', 'IN_PROGRESS', 'API', 'Report number ' || i, 'It does not work.',"
                    + " 'MEDIUM', 'LOW', 'P4', 'L1', '{}', " + received + ", " + received + " + interval '4 hours',"
                    + " " + received + " + interval '4 days', 0, " + received + ", " + received + " + interval '4 days', 1, 1, 1" + i);
            statement.execute("INSERT INTO clock_event (id, ticket_id, ordinal, kind, occurred_at, ticket_kind, impact, urgency)"
                    + " SELECT 1000000000 + 10 * i, 1000000000 + i, 0, 'RECEIVED', " + received + ", 'INCIDENT', 'MEDIUM', 'LOW'" + i);
            for (String event : new String[] {"1, 'COMPLETE', 0, NULL", "2, 'AGREED', 0, NULL", "3, 'STARTED', 10, NULL",
                "4, 'ON_HOLD', 60, 'AWAITING_CUSTOMER'", "5, 'RESUMED', 120, NULL"}) {
                String[] of = event.split(", ");
                statement.execute("INSERT INTO clock_event (id, ticket_id, ordinal, kind, occurred_at, reason) SELECT 1000000000 + 10 * i + " + of[0]
                        + ", 1000000000 + i, " + of[0] + ", " + of[1] + ", " + received + " + interval '" + of[2] + " minutes', " + of[3] + i);
            }
            statement.execute("ANALYZE");
        }
    }

    /** The desk opens an hour later, on the days of the past too. */
    private static void changeCalendar(DatabaseAddress database) throws SQLException {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            statement.execute("INSERT INTO calendar_version SELECT 10, calendar_id, 2, valid_from, replace(definition, '07:00', '08:00'),"
                    + " recorded_by, now() FROM calendar_version WHERE id = 8");
        }
    }

    private static String text(DatabaseAddress database, String query) throws SQLException {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** What is still referenced after a full collection, in MiB: counted while the server stands still, so that nothing new is among it. */
    private static long liveHeap(long pid) {
        Matcher total = TOTAL.matcher(jcmd(pid, "GC.class_histogram"));
        if (!total.find()) {
            throw new IllegalStateException("jcmd tells no heap");
        }
        return Long.parseLong(total.group(1)) / 1024 / 1024;
    }

    private static String jcmd(long pid, String command) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The measurement needs a JDK with jcmd", e);
        }
    }
}
