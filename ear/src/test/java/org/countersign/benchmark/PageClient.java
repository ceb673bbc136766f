package org.countersign.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signed-in agent's browser, as far as the server sees it: one connection, a session, pages without their pictures and scripts. */
final class PageClient {

    private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final BuiltServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    // By hand: the session's cookie is for HTTPS only, and Java, unlike browsers, does not except the own machine.
    private final Map<String, String> cookies = new LinkedHashMap<>();

    PageClient(BuiltServer server) {
        this.server = server;
        signIn();
    }

    private void signIn() {
        String path = "/sign-in.xhtml";
        String page = send(HttpRequest.newBuilder(server.uri(path)), 200);
        StringBuilder form = new StringBuilder();
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            Matcher name = NAME.matcher(input.group());
            if (name.find()) {
                Matcher value = VALUE.matcher(input.group());
                String typed = name.group(1).endsWith("name")
                        ? Desk.AGENT
                        : name.group(1).endsWith("password") ? Desk.PASSWORD : value.find() ? value.group(1).replace("&amp;", "&") : "";
                form.append(form.isEmpty() ? "" : "&").append(encoded(name.group(1))).append('=').append(encoded(typed));
            }
        }
        URI target = server.uri(path);
        send(
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", target.toString().substring(0, target.toString().length() - path.length()))
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())),
                302);
    }

    /**
     * Milliseconds from the request to the last byte of the page.
     *
     * @throws IllegalStateException when the answer is not the page, or does not contain {@code expected}
     */
    double milliseconds(String path, String expected) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
        long begin = System.nanoTime();
        String page = send(request, 200);
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        if (!page.contains(expected)) {
            throw new IllegalStateException(path + " shows no " + expected + ": " + page.substring(0, Math.min(2000, page.length())));
        }
        return milliseconds;
    }

    private String send(HttpRequest.Builder request, int expectedStatus) {
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", String.join("; ", cookies.values()));
        }
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String pair = cookie.split(";", 2)[0];
                cookies.put(pair.substring(0, pair.indexOf('=')), pair);
            }
            if (answer.statusCode() != expectedStatus) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + " "
                        + answer.body().substring(0, Math.min(2000, answer.body().length())));
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
