package org.countersign.journey.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A visitor of the pages who sends exactly what a test wants, also what no browser would: forms with forged, missing or stale fields.
 * Keeps cookies, follows no redirect.
 *
 * <pre>{@code
 * FormClient visitor = new FormClient(server).signIn("anna", "anna");
 * Map<String, String> form = visitor.get("/portal/ticket/ticket.xhtml?number=" + number).form("write");
 * form.put("write:text", "Hello");
 * visitor.post("/portal/ticket/ticket.xhtml?number=" + number, form);
 * }</pre>
 */
public final class FormClient {

    public static final String VIEW_STATE = "jakarta.faces.ViewState";
    public static final String NONCE = "primefaces.nonce";
    public static final String SESSION_COOKIE = "COUNTERSIGN";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");

    private final CountersignServer server;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public FormClient(CountersignServer server) {
        this.server = server;
    }

    /**
     * Through the sign-in page.
     *
     * @throws AssertionError when refused
     */
    public FormClient signIn(String name, String password) {
        Page answer = trySignIn(name, password, null);
        if (answer.status() != 302) {
            throw new AssertionError("The sign-in as " + name + " answered " + answer.status() + ": " + answer.text());
        }
        return this;
    }

    /** @param to where the sign-in page is asked to go on to, or null */
    public Page trySignIn(String name, String password, String to) {
        String address = "/sign-in.xhtml" + (to == null ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        Map<String, String> form = get(address).form("signIn");
        form.put("signIn:name", name);
        form.put("signIn:password", password);
        form.put("signIn:enter", "x");
        return post(address, form);
    }

    public Page get(String path) {
        return send(request(path).GET());
    }

    public Page post(String path, Map<String, String> form) {
        return post(path, form, Map.of());
    }

    public Page post(String path, Map<String, String> form, Map<String, String> headers) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** The session's id, or null. */
    public String session() {
        return cookies.get(SESSION_COOKIE);
    }

    /** Gives the visitor a session that somebody else chose. */
    public void useSession(String id) {
        cookies.put(SESSION_COOKIE, id);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path)).timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
        }
        return request.header("Accept-Language", "en");
    }

    private Page send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> response = CLIENT.send(built, HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(built.uri(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(built + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(built + " was interrupted", e);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    /** What came back. */
    public record Page(URI address, HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /**
         * The form's inputs that have a value, by name, without its buttons.
         *
         * @throws AssertionError when the page has no such form
         */
        public Map<String, String> form(String id) {
            Matcher form = Pattern.compile("<form id=\"" + Pattern.quote(id) + "\".*?</form>", Pattern.DOTALL).matcher(text());
            if (!form.find()) {
                throw new AssertionError(address + " (" + status() + ") has no form " + id + ": " + text());
            }
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher input = INPUT.matcher(form.group());
            while (input.find()) {
                String name = attribute(input.group(), "name");
                if (name != null && !"submit".equals(attribute(input.group(), "type"))) {
                    String value = attribute(input.group(), "value");
                    fields.put(name, value == null ? "" : value);
                }
            }
            return fields;
        }

        private static String attribute(String tag, String name) {
            Matcher attribute = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
            return attribute.find() ? attribute.group(1).replace("&amp;", "&") : null;
        }
    }
}
