package org.countersign.addon.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The application's HTTP API as the demo's people use it, each with the own token. */
final class DeskApi {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;

    /** @param base e.g. {@code http://127.0.0.1:8080} */
    DeskApi(String base) {
        this.base = base;
    }

    /** An answer with its entity tag, which is {@code null} for none. */
    record Answer(JsonObject body, String tag) {}

    /** Returns when the API answers. */
    void awaitAnswers(String account) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!answers(account)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The application does not answer at " + base);
            }
            Thread.sleep(100);
        }
    }

    private boolean answers(String account) throws InterruptedException {
        try {
            return client.send(request(account, "/me").GET().build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    Answer get(String account, String path) throws InterruptedException {
        return send(request(account, path).GET().build(), "");
    }

    /**
     * @param key the same key and body again get the first answer, and nothing happens twice; {@code null} for none
     * @param tag for {@code If-Match}, or {@code null}
     */
    Answer post(String account, String path, JsonObject body, String key, String tag) throws InterruptedException {
        HttpRequest.Builder request = request(account, path);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (tag != null) {
            request.header("If-Match", tag);
        }
        String text = body == null ? "" : body.toString();
        if (body == null) {
            request.POST(HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8));
        }
        return send(request.build(), text);
    }

    /** Whether somebody else was faster, and the same may be asked again of what is there now. */
    static boolean changedMeanwhile(IllegalStateException refused) {
        return refused.getMessage().contains("\"changed-meanwhile\"");
    }

    private HttpRequest.Builder request(String account, String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer demo-" + account)
                .header("Accept", "application/json");
    }

    private Answer send(HttpRequest request, String sent) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(request.method() + " " + request.uri().getPath() + " " + sent + " was answered with "
                        + answer.statusCode() + " " + answer.body());
            }
            return new Answer(parse(answer.body()), answer.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " failed: " + e.getMessage(), e);
        }
    }

    private static JsonObject parse(String body) {
        if (body.isBlank()) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}
