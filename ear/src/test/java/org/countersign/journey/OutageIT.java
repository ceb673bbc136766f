package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.DatabaseAddress;
import org.countersign.journey.support.FormClient;
import org.countersign.journey.support.StoppablePostgres;
import org.junit.jupiter.api.Test;

/** The database goes away while people work, and comes back. */
class OutageIT {

    private static final int CLIENTS = 4;

    /** F63 */
    @Test
    void while_the_database_is_away_everybody_is_told_so_and_afterwards_work_goes_on_by_itself() throws Exception {
        try (StoppablePostgres postgres = StoppablePostgres.started();
                CountersignServer server = CountersignServer.on(postgres.newDatabase()).start()) {
            Queue<Api.Answer> answers = new ConcurrentLinkedQueue<>();
            AtomicBoolean enough = new AtomicBoolean();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            try {
                FormClient agent = new FormClient(server).signIn("l1", "l1");
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    running.add(clients.submit(() -> {
                        while (!enough.get()) {
                            answers.add(report(server));
                        }
                    }));
                }
                await("tickets were registered", () -> count(answers, 201) >= 20);

                postgres.stop();
                await("callers were told", () -> count(answers, 503) >= 20);
                Api.Answer refused = report(server);
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).contains("5");
                assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
                assertThat(refused.json().getString("code")).isEqualTo("temporarily-unavailable");
                FormClient.Page page = agent.get("/desk/ticket/queue.xhtml");
                assertThat(page.status()).isEqualTo(503);
                assertThat(page.text()).contains("Our database does not answer").doesNotContain("Exception");
                assertThat(health(server)).as("readiness while the database is away").isEqualTo(503);

                int before = count(answers, 201);
                postgres.start();
                await("tickets are registered again", () -> count(answers, 201) >= before + 20);
                await("the server is ready again", () -> health(server) == 200);
                await("the agent goes on in the same session", () -> agent.get("/desk/ticket/queue.xhtml").status() == 200);
                enough.set(true);
                for (Future<?> client : running) {
                    client.get();
                }
                assertThat(answers).extracting(Api.Answer::status).as("answers under load").containsOnly(201, 503);
                assertThat(stored(server.database())).containsAll(numbers(answers));
            } finally {
                enough.set(true);
                clients.shutdown();
            }
        }
    }

    private static Api.Answer report(CountersignServer server) {
        return server.api("demo-anna").post("/tickets", Json.createObjectBuilder()
                .add("contract", "DESK-B")
                .add("kind", "INCIDENT")
                .add("summary", "Something is wrong")
                .add("description", "It does not work.")
                .add("impact", "MEDIUM")
                .add("urgency", "MEDIUM")
                .build());
    }

    private static int count(Queue<Api.Answer> answers, int status) {
        return (int) answers.stream().filter(answer -> answer.status() == status).count();
    }

    private static List<String> numbers(Queue<Api.Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(Api.Answer::json)
                .map((JsonObject ticket) -> ticket.getString("number"))
                .toList();
    }

    private static Set<String> stored(DatabaseAddress database) throws Exception {
        Set<String> numbers = new HashSet<>();
        try (Connection connection = database.asOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT number FROM ticket")) {
            while (row.next()) {
                numbers.add(row.getString(1));
            }
        }
        return numbers;
    }

    private static int health(CountersignServer server) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(server.managementUri("/health/ready")).timeout(Duration.ofSeconds(30)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited two minutes in vain until " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
