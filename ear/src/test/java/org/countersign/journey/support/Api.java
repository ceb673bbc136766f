package org.countersign.journey.support;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP API as another system sees it: JSON in, JSON out, a bearer token. Paths are relative to {@code /api/v1}.
 *
 * <pre>{@code
 * Api anna = server.api("demo-anna");
 * String number = anna.post("/tickets", body).expect(201).json().getString("number");
 * anna.with("If-Match", etag).post("/tickets/" + number + "/transitions", accept).expect(200);
 * }</pre>
 */
public final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final URI base;
    private final String token;
    private final List<String> headers;

    Api(URI base, String token) {
        this(base, token, List.of());
    }

    private Api(URI base, String token, List<String> headers) {
        this.base = base;
        this.token = token;
        this.headers = headers;
    }

    /** The same caller with one more header on every request. */
    public Api with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Api(base, token, List.copyOf(more));
    }

    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    public Answer post(String path, JsonValue body) {
        return post(path, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Any body, e.g. {@code message/rfc822}. */
    public Answer post(String path, String contentType, byte[] body) {
        return send("POST", path, contentType, BodyPublishers.ofByteArray(body));
    }

    public Answer put(String path, JsonValue body) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    /** Any body, e.g. {@code application/yaml}. */
    public Answer put(String path, String contentType, String body) {
        return send("PUT", path, contentType, BodyPublishers.ofString(body));
    }

    public Answer patch(String path, JsonValue body) {
        return send("PATCH", path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    private Answer send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json, application/problem+json, */*;q=0.5")
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return new Answer(method + " " + path, CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path + " was interrupted", e);
        }
    }

    /** What the server said. */
    public record Answer(String call, HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The body, an object. */
        public JsonObject json() {
            return (JsonObject) structure();
        }

        /** The body, an array. */
        public JsonArray array() {
            return (JsonArray) structure();
        }

        private JsonStructure structure() {
            try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
                return reader.read();
            }
        }

        /**
         * This answer, if it has that status.
         *
         * @throws AssertionError with the body otherwise
         */
        public Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError(call + ": expected " + status + ", got " + status() + " " + text());
            }
            return this;
        }
    }
}
