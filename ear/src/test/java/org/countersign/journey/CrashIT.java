package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.DatabaseAddress;
import org.countersign.journey.support.DatabaseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The power goes: what was acknowledged is there afterwards, nothing is there by half, and work goes on where it stopped. */
class CrashIT {

    /** Kills per database; the profile {@code soak} sets more. */
    private static final int KILLS = Integer.getInteger("countersign.kills", 3);

    private static final int CLIENTS = 4;
    private static final int CONTRACTS = 300;

    /** F59: kill -9 while customers report and accept. */
    @ParameterizedTest
    @EnumSource
    void nothing_acknowledged_is_lost_and_nothing_is_there_by_half(DatabaseKind kind) throws Exception {
        Queue<String> reported = new ConcurrentLinkedQueue<>();
        Queue<String> accepted = new ConcurrentLinkedQueue<>();
        try (CountersignServer server = CountersignServer.on(kind).start()) {
            for (int kill = 1; kill <= KILLS; kill++) {
                int reportedBefore = reported.size();
                int acceptedBefore = accepted.size();
                loadUntilKilled(server, reported, accepted);
                assertThat(reported.size()).as("reports acknowledged before kill " + kill).isGreaterThan(reportedBefore);
                assertThat(accepted.size()).as("acceptances acknowledged before kill " + kill).isGreaterThan(acceptedBefore);

                inspect(server.database(), reported, accepted);
                server.restart();
                assertAuditIntact(server);
            }
            System.out.println("F59 on " + kind + ": " + KILLS + " kills, " + reported.size() + " reports and " + accepted.size()
                    + " acceptances acknowledged, none lost.");
        }
    }

    /** F60: kill -9 in the middle of a batch job. */
    @Test
    void a_job_that_was_killed_goes_on_by_itself_and_does_every_item_once() throws Exception {
        try (CountersignServer server = CountersignServer.on(DatabaseKind.POSTGRESQL)
                .environment("COUNTERSIGN_JOBS_LEASE_SECONDS", "12")
                .start()) {
            Api manager = server.api("demo-manager");
            Instant lastWeek = Instant.now().minus(Duration.ofDays(7));
            String week = isoWeek(lastWeek);
            contractsWithWork(server, lastWeek);

            long run = manager.post("/jobs/weekly-timesheet-confirmation/executions", object().add("parameters", object().add("week", week)).build())
                    .expect(202)
                    .json()
                    .getJsonNumber("id")
                    .longValue();
            String address = "/jobs/weekly-timesheet-confirmation/executions/" + run;
            await(Duration.ofSeconds(60), "the run is in the middle", () -> number(server.database(), "SELECT COUNT(*) FROM job_item"
                    + " WHERE run_id = " + run + " AND state <> 'PENDING'") >= 10);
            server.kill9();
            long done = number(server.database(), "SELECT COUNT(*) FROM job_item WHERE run_id = " + run + " AND state <> 'PENDING'");
            long total = number(server.database(), "SELECT COUNT(*) FROM job_item WHERE run_id = " + run);
            assertThat(done).as("items done before the kill").isBetween(10L, total - 1);
            Set<String> before = doneItems(server.database(), run);

            server.restart();
            await(Duration.ofSeconds(120), "the run has ended", () -> List.of("COMPLETED", "FAILED", "STOPPED")
                    .contains(server.api("demo-manager").get(address).expect(200).json().getString("status")));

            JsonObject ended = server.api("demo-manager").get(address).expect(200).json();
            assertThat(ended.getString("status")).as(ended.toString()).isEqualTo("COMPLETED");
            assertThat(ended.getInt("total")).isEqualTo((int) total);
            assertThat(ended.getInt("written") + ended.getInt("skipped")).isEqualTo((int) total);
            assertThat(ended.getInt("failed")).isZero();
            DatabaseAddress database = server.database();
            assertThat(doneItems(database, run)).as("what was done before stays as it was").containsAll(before);
            assertThat(number(database, "SELECT COUNT(*) FROM timesheet WHERE week = '" + week + "'")).isEqualTo(CONTRACTS);
            assertThat(number(database, "SELECT COUNT(DISTINCT contract_id) FROM timesheet WHERE week = '" + week + "'")).isEqualTo(CONTRACTS);
            assertThat(number(database, "SELECT COUNT(*) FROM job_item WHERE run_id = " + run + " AND outcome = 'CREATED'")).isEqualTo(CONTRACTS);
            assertThat(number(database, "SELECT COUNT(*) FROM timesheet_line")).as("one line for each piece of work").isEqualTo(CONTRACTS);
            assertThat(number(database, "SELECT attempt FROM job_run WHERE id = " + run)).as("taken up again").isGreaterThan(1);
            assertAuditIntact(server);
        }
    }

    private static void loadUntilKilled(CountersignServer server, Queue<String> reported, Queue<String> accepted) throws Exception {
        int reportedGoal = reported.size() + 12;
        int acceptedGoal = accepted.size() + 5;
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> reportAndAccept(server, reported, accepted)));
            }
            await(Duration.ofSeconds(90), "enough was acknowledged", () -> {
                for (Future<?> client : running) {
                    assertThat(client.isDone()).as("a client was refused before the kill: " + failure(client)).isFalse();
                }
                return reported.size() >= reportedGoal && accepted.size() >= acceptedGoal;
            });
            server.kill9();
            for (Future<?> client : running) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** Until the server is gone. Only what was answered is noted. */
    private static void reportAndAccept(CountersignServer server, Queue<String> reported, Queue<String> accepted) {
        Api anna = server.api("demo-anna");
        Api l1 = server.api("demo-l1");
        try {
            while (true) {
                String number = anna.post("/tickets", report().build()).expect(201).json().getString("number");
                reported.add(number);
                step(l1, number, object().add("action", "resolve").add("text", "Done").build()).expect(200);
                String tag = anna.get("/tickets/" + number).expect(200).header("ETag").orElseThrow();
                step(anna.with("If-Match", tag), number, object().add("action", "accept").build()).expect(200);
                accepted.add(number);
            }
        } catch (UncheckedIOException gone) {
            // The kill. What was under way has no answer and may be there or not.
        }
    }

    private static String failure(Future<?> client) {
        if (!client.isDone()) {
            return "";
        }
        try {
            client.get();
            return "it got no answer";
        } catch (Exception e) {
            return String.valueOf(e.getCause());
        }
    }

    /** While no server has the database open. */
    private static void inspect(DatabaseAddress database, Queue<String> reported, Queue<String> accepted) throws SQLException {
        try (Connection connection = database.asOwner(); Statement statement = connection.createStatement()) {
            assertThat(texts(statement, "SELECT number FROM ticket")).as("acknowledged reports").containsAll(reported);
            assertThat(texts(statement, "SELECT t.number FROM ticket t JOIN acceptance a ON a.id = t.acceptance_id AND a.ticket_id = t.id"
                            + " AND a.resolution_id = t.resolution_id WHERE t.state = 'CLOSED'"))
                    .as("acknowledged acceptances")
                    .containsAll(accepted);
            assertThat(texts(statement, "SELECT t.number FROM ticket t LEFT JOIN acceptance a ON a.ticket_id = t.id"
                            + " WHERE (t.state = 'CLOSED') <> (a.id IS NOT NULL)"))
                    .as("closed without an acceptance, or the other way round")
                    .isEmpty();
            for (Map.Entry<String, String> pair : Map.of(
                            "SELECT number FROM ticket", "TicketRegistered",
                            "SELECT number FROM ticket WHERE state = 'CLOSED'", "ResolutionAccepted")
                    .entrySet()) {
                assertThat(texts(statement, "SELECT subject_id FROM audit_entry WHERE action = '" + pair.getValue() + "'"))
                        .as("audit entries " + pair.getValue())
                        .containsExactlyInAnyOrderElementsOf(texts(statement, pair.getKey()));
            }
            assertThat(texts(statement, "SELECT t.number FROM ticket t LEFT JOIN resolution r ON r.id = t.resolution_id"
                            + " WHERE t.state IN ('RESOLVED', 'CLOSED') AND r.id IS NULL"))
                    .as("resolved without a resolution")
                    .isEmpty();
            if (database.kind() == DatabaseKind.H2) {
                statement.execute("SHUTDOWN");
            }
        }
    }

    private static void assertAuditIntact(CountersignServer server) {
        Api quality = server.api("demo-quality");
        await(Duration.ofSeconds(60), "every audit entry is sealed", () -> quality.get("/audit/verification").expect(200).json().getInt("unsealed") == 0);
        JsonObject verdict = quality.get("/audit/verification").expect(200).json();
        assertThat(verdict.getBoolean("intact")).as(verdict.toString()).isTrue();
    }

    /** Copies of one contract, each with a ticket on which somebody worked: through the API it would take longer than the test. */
    private static void contractsWithWork(CountersignServer server, Instant start) throws SQLException {
        String number = server.api("demo-anna").post("/tickets", report().build()).expect(201).json().getString("number");
        try (Connection connection = server.database().asOwner()) {
            connection.setAutoCommit(false);
            long ticket = number(connection, "SELECT id FROM ticket WHERE number = '" + number + "'");
            long contract = number(connection, "SELECT contract_id FROM ticket WHERE id = " + ticket);
            long account = number(connection, "SELECT id FROM account WHERE name = 'l1'");
            for (int i = 0; i < CONTRACTS; i++) {
                long id = 900_000_000L + i;
                copy(connection, "contract", contract, Map.of("id", id, "code", "COPY-" + i));
                copy(connection, "ticket", ticket, Map.of("id", id, "number", "CS-9" + i + "X", "contract_id", id));
                try (PreparedStatement work = connection.prepareStatement("INSERT INTO worklog (id, ticket_id, contract_id, account_id,"
                        + " started_at, ended_at, minutes, activity, travel_minutes, booked_at, version)"
                        + " VALUES (?, ?, ?, ?, ?::timestamptz, ?::timestamptz, 30, 'ANALYSIS', 0, ?::timestamptz, 0)")) {
                    work.setLong(1, id);
                    work.setLong(2, id);
                    work.setLong(3, id);
                    work.setLong(4, account);
                    work.setString(5, start.toString());
                    work.setString(6, start.plus(Duration.ofMinutes(30)).toString());
                    work.setString(7, start.plus(Duration.ofMinutes(31)).toString());
                    work.executeUpdate();
                }
            }
            try (PreparedStatement versions = connection.prepareStatement("INSERT INTO contract_version (id, contract_id, number,"
                    + " in_force_from, calendar_id, agreed_by, agreed_at, document, recorded_by, recorded_at)"
                    + " SELECT 900000000 + ROW_NUMBER() OVER (), c.id, v.number, v.in_force_from, v.calendar_id, v.agreed_by, v.agreed_at,"
                    + " v.document, v.recorded_by, v.recorded_at FROM contract_version v, contract c"
                    + " WHERE v.contract_id = ? AND c.id >= 900000000")) {
                versions.setLong(1, contract);
                versions.executeUpdate();
            }
            connection.commit();
        }
    }

    private static void copy(Connection connection, String table, long id, Map<String, Object> changes) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        List<Object> values = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (String column : columns) {
            if (changes.containsKey(column)) {
                sources.add("?");
                values.add(changes.get(column));
            } else {
                sources.add(column);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
                + String.join(", ", sources) + " FROM " + table + " WHERE id = " + id)) {
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i));
            }
            insert.executeUpdate();
        }
    }

    /** Key, end and link of each item that is no longer pending. */
    private static Set<String> doneItems(DatabaseAddress database, long run) throws SQLException {
        try (Connection connection = database.asOwner(); Statement statement = connection.createStatement()) {
            return new TreeSet<>(texts(statement, "SELECT item_key || ' ' || state || ' ' || ended_at || ' ' || COALESCE(link, '')"
                    + " FROM job_item WHERE run_id = " + run + " AND state <> 'PENDING'"));
        }
    }

    private static long number(DatabaseAddress database, String query) {
        try (Connection connection = database.asOwner()) {
            return number(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static void await(Duration limit, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + limit.toSeconds() + " seconds in vain until " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static String isoWeek(Instant instant) {
        var day = instant.atZone(java.time.ZoneId.of("Europe/Budapest"));
        return "%d-W%02d".formatted(
                day.get(java.time.temporal.IsoFields.WEEK_BASED_YEAR), day.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static JsonObjectBuilder report() {
        return object()
                .add("contract", "DESK-B")
                .add("kind", "INCIDENT")
                .add("summary", "Something is wrong")
                .add("description", "It does not work.")
                .add("impact", "MEDIUM")
                .add("urgency", "MEDIUM");
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }

    private static Api.Answer step(Api caller, String number, JsonObject body) {
        return caller.post("/tickets/" + number + "/transitions", body);
    }
}
