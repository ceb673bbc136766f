package org.countersign.benchmark;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One connection of one other system that registers tickets. */
final class TicketClient {

    private static final String BODY = "{\"contract\":\"" + Desk.CONTRACT + "\",\"contact\":\"" + Desk.CONTACT
            + "\",\"kind\":\"INCIDENT\",\"summary\":\"The printer on the second floor prints nothing\",\"description\":\""
            + "It takes the paper in, blinks, and says that it is out of toner, which it is not. ".repeat(5)
            + "\",\"impact\":\"MEDIUM\",\"urgency\":\"LOW\",\"service\":\"Printing\",\"fields\":{\"room\":\"2.14\",\"asset\":\"P-0815\"}}";

    // A client of its own, because a shared one would lend its connections to whoever comes first.
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final HttpRequest request;

    TicketClient(BuiltServer server) {
        request = HttpRequest.newBuilder(server.uri("/api/v1/tickets"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + Desk.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
    }

    /** Registers one ticket. */
    void register() {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
