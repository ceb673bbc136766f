package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.FormClient;
import org.countersign.journey.support.Journey;
import org.junit.jupiter.api.Test;

/** Who tries to get in, to get more than is theirs, or to make somebody else do it. */
@Journey
class AccessFaultsIT {

    private static final String PORTAL_TICKET = "/portal/ticket/ticket.xhtml?number=";
    private static final String DESK_TICKET = "/desk/ticket/ticket.xhtml?number=";

    /** F6: the page shows Carla no button to accept; her postback says that she pressed it. */
    @Test
    void a_button_that_was_not_shown_cannot_be_pressed(CountersignServer server) {
        String number = resolvedTicketOfCarla(server);
        FormClient carla = new FormClient(server).signIn("carla", "carla");
        FormClient.Page page = carla.get(PORTAL_TICKET + number);
        assertThat(page.text()).doesNotContain("stepACCEPT").contains("stepREJECT");

        Map<String, String> forged = new HashMap<>(page.form("stepREJECT"));
        forged.remove("stepREJECT");
        forged.put("stepACCEPT", "stepACCEPT");
        forged.put("stepACCEPT:text", "forged");
        forged.put("stepACCEPT:do", "x");
        carla.post(PORTAL_TICKET + number, forged);

        assertThat(state(server, number)).isEqualTo("RESOLVED");
    }

    /** F6: the same decision straight at the service that the button calls, past every page. */
    @Test
    void the_service_refuses_what_the_page_does_not_offer(CountersignServer server) {
        String number = resolvedTicketOfCarla(server);
        Api carla = server.api("demo-carla");
        String tag = carla.get("/tickets/" + number).header("ETag").orElseThrow();

        assertThat(step(carla.with("If-Match", tag), number, action("accept")).expect(403).json().getString("code"))
                .isEqualTo("acceptance-not-authorised");
        step(carla.with("If-Match", tag), number, object().add("action", "resolve").add("text", "forged").build()).expect(403);
        step(server.api("demo-quality"), number, object().add("action", "hold").add("reason", "AWAITING_CUSTOMER").build()).expect(403);
        assertThat(state(server, number)).isEqualTo("RESOLVED");
    }

    /** F6: a form of the desk, posted by a contact with a view of the portal, and by somebody of the desk who may only look. */
    @Test
    void a_step_of_the_desk_posted_by_others_is_refused(CountersignServer server) {
        String number = ticket(server, "demo-anna", "DESK-B");
        FormClient anna = new FormClient(server).signIn("anna", "anna");
        Map<String, String> forged = new HashMap<>(anna.get(PORTAL_TICKET + number).form("write"));
        forged.remove("write");
        forged.put("stepDECLINE", "stepDECLINE");
        forged.put("stepDECLINE:reason", "forged");
        forged.put("stepDECLINE:do", "x");
        forged.put("version", "1");
        assertThat(anna.post(DESK_TICKET + number, forged).status()).isEqualTo(403);
        anna.post(PORTAL_TICKET + number, forged);
        assertThat(state(server, number)).isEqualTo("NEW");

        FormClient quality = new FormClient(server).signIn("quality", "quality");
        FormClient.Page seen = quality.get(DESK_TICKET + number);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text()).doesNotContain("stepDECLINE");
        Map<String, String> pressed = new HashMap<>(forged);
        // The page has no form for this reader, so the forger takes the view of a page that has one.
        pressed.putAll(anyViewState(quality.get("/account/account.xhtml")));
        quality.post(DESK_TICKET + number, pressed);
        assertThat(state(server, number)).isEqualTo("NEW");
    }

    /** F7. */
    @Test
    void a_role_taken_away_counts_from_the_next_request_on(CountersignServer server) throws Exception {
        FormClient l3 = new FormClient(server).signIn("l3", "l3");
        assertThat(l3.get("/desk/ticket/queue.xhtml").status()).isEqualTo(200);
        server.api("demo-l3").get("/tickets").expect(200);
        String number = ticket(server, "demo-anna", "DESK-B");
        try {
            role(server, "DELETE FROM account_role WHERE role = 'AGENT' AND account_id = (SELECT id FROM account WHERE name = ?)", "l3");

            assertThat(l3.get("/desk/ticket/queue.xhtml").status()).isEqualTo(403);
            assertThat(step(server.api("demo-l3"), number, action("start")).status()).isEqualTo(403);
            assertThat(state(server, number)).isEqualTo("NEW");
        } finally {
            role(server, "INSERT INTO account_role (account_id, role) SELECT id, 'AGENT' FROM account WHERE name = ?", "l3");
        }
        assertThat(l3.get("/desk/ticket/queue.xhtml").status()).isEqualTo(200);
    }

    /** F7: the same for the whole account. */
    @Test
    void an_account_that_was_switched_off_is_out_at_the_next_request(CountersignServer server) throws Exception {
        FormClient l3 = new FormClient(server).signIn("l3", "l3");
        try {
            role(server, "UPDATE account SET active = FALSE WHERE name = ?", "l3");

            assertThat(l3.get("/desk/ticket/queue.xhtml").header("Location").orElse("")).contains("/sign-in.xhtml");
            server.api("demo-l3").get("/tickets").expect(401);
        } finally {
            role(server, "UPDATE account SET active = TRUE WHERE name = ?", "l3");
        }
    }

    /** F14: same text; that the work is the same is counted in the unit tests of the sign-in. */
    @Test
    void an_unknown_name_and_a_wrong_password_read_alike(CountersignServer server) {
        FormClient.Page unknown = new FormClient(server).trySignIn("nobody-knows", "wrong password", null);
        FormClient.Page wrong = new FormClient(server).trySignIn("l2", "wrong password", null);

        assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(200);
        assertThat(visible(unknown)).contains("The account name or the password is wrong.");
        assertThat(alike(unknown, "nobody-knows")).isEqualTo(alike(wrong, "l2"));
    }

    /** F16. */
    @Test
    void signing_in_changes_the_session_and_its_cookie_is_closed_to_scripts_and_other_sites(CountersignServer server) {
        FormClient visitor = new FormClient(server);
        FormClient.Page first = visitor.get("/sign-in.xhtml");
        String before = visitor.session();

        FormClient.Page entered = visitor.trySignIn("l1", "l1", null);
        String after = visitor.session();

        assertThat(entered.status()).isEqualTo(302);
        assertThat(after).isNotNull().isNotEqualTo(before);
        for (FormClient.Page page : List.of(first, entered)) {
            for (String cookie : page.response().headers().allValues("Set-Cookie")) {
                assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").containsIgnoringCase("; secure");
            }
        }
        assertThat(entered.response().headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith(FormClient.SESSION_COOKIE));
        for (FormClient.Page page : List.of(first, entered, visitor.get("/desk/ticket/queue.xhtml"))) {
            assertThat(page.text()).doesNotContainIgnoringCase("jsessionid").doesNotContain(after);
            assertThat(page.header("Location").orElse("")).doesNotContain(";").doesNotContain(after);
        }
        FormClient thief = new FormClient(server);
        if (before != null) {
            thief.useSession(before);
        }
        assertThat(thief.get("/desk/ticket/queue.xhtml").header("Location").orElse("")).contains("/sign-in.xhtml");
        assertThat(new FormClient(server).get("/desk/ticket/queue.xhtml;COUNTERSIGN=" + after).status()).isNotEqualTo(200);
    }

    /** F16: somebody sends a link with a session that they know; the victim signs in; the sender stays outside. */
    @Test
    void a_session_that_was_chosen_by_somebody_else_is_not_taken_over(CountersignServer server) {
        FormClient sender = new FormClient(server);
        sender.get("/sign-in.xhtml");
        String chosen = sender.session() == null ? "chosen-by-somebody-else" : sender.session();
        FormClient victim = new FormClient(server);
        victim.useSession(chosen);

        victim.signIn("l1", "l1");

        assertThat(victim.session()).isNotEqualTo(chosen);
        assertThat(sender.get("/desk/ticket/queue.xhtml").header("Location").orElse("")).contains("/sign-in.xhtml");
    }

    /** F45. */
    @Test
    void a_form_without_its_view_or_with_a_view_of_somebody_else_changes_nothing(CountersignServer server) {
        String number = ticket(server, "demo-anna", "DESK-B");
        FormClient anna = new FormClient(server).signIn("anna", "anna");
        Map<String, String> form = write(anna, number, "forged " + UUID.randomUUID());
        FormClient agent = new FormClient(server).signIn("l1", "l1");
        Map<String, String> foreign = anyViewState(agent.get(DESK_TICKET + number));

        for (Map<String, String> forged : List.of(
                without(form, FormClient.VIEW_STATE),
                with(form, FormClient.VIEW_STATE, "1:2"),
                with(form, FormClient.VIEW_STATE, "stateless"),
                with(form, FormClient.VIEW_STATE, foreign.get(FormClient.VIEW_STATE)),
                without(form, FormClient.NONCE),
                with(form, FormClient.NONCE, ""),
                with(form, FormClient.NONCE, foreign.get(FormClient.NONCE)),
                with(form, FormClient.NONCE, "bm90IHRoZSBub25jZQ=="))) {
            assertThat(anna.post(PORTAL_TICKET + number, forged).status()).as(forged.toString()).isNotEqualTo(500);
            assertThat(board(server, number)).as(forged.toString()).doesNotContain("forged");
        }

        String token = UUID.randomUUID().toString();
        assertThat(anna.post(PORTAL_TICKET + number, write(anna, number, token)).status()).isEqualTo(302);
        assertThat(board(server, number)).as("the same form, not forged").contains(token);
    }

    /** F46: a form on another site cannot know the view; a frame is refused by header. */
    @Test
    void a_form_of_another_site_changes_nothing_and_no_page_can_be_framed(CountersignServer server, Browser browser) {
        String number = ticket(server, "demo-anna", "DESK-B");
        FormClient anna = new FormClient(server).signIn("anna", "anna");
        Map<String, String> forged = Map.of("write", "write", "write:text", "forged", "write:do", "x");
        anna.post(PORTAL_TICKET + number, forged, Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"));
        assertThat(board(server, number)).doesNotContain("forged");

        for (String path : List.of("/sign-in.xhtml", PORTAL_TICKET + number, "/portal/ticket/tickets.xhtml", "/no-such-page.xhtml")) {
            FormClient.Page page = anna.get(path);
            assertThat(page.header("X-Frame-Options").orElse("")).as(path).isEqualTo("DENY");
            assertThat(page.header("Content-Security-Policy").orElse("")).as(path).contains("frame-ancestors 'none'");
        }
        try (BrowserContext visitor = browser.visitor(server)) {
            Page evil = visitor.newPage();
            evil.route("https://evil.example/", route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<iframe id='framed' src='" + server.url() + "/sign-in.xhtml'></iframe>")));
            evil.navigate("https://evil.example/");
            evil.waitForTimeout(1500);
            assertThat(evil.frames()).noneMatch(frame -> frame != evil.mainFrame() && frame.locator("input[type=password]").count() > 0);
        }
    }

    /** F50. */
    @Test
    void pages_about_failures_show_an_id_at_most_and_nothing_of_the_inside(CountersignServer server) {
        FormClient anna = new FormClient(server).signIn("anna", "anna");
        FormClient.Page none = anna.get("/portal/ticket/ticket.xhtml?number=CS-99999999");
        FormClient.Page nowhere = anna.get("/portal/no-such-page.xhtml");
        FormClient.Page forbidden = anna.get("/desk/ticket/queue.xhtml");
        FormClient.Page broken = anna.get("/error/500.xhtml");

        assertThat(none.status()).isEqualTo(404);
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(broken.text()).containsPattern("[0-9a-f]{8}");
        for (FormClient.Page page : List.of(
                none, nowhere, forbidden, broken, anna.get(PORTAL_TICKET + "%00"), anna.get(PORTAL_TICKET + "'%22%3E%3Cscript%3E"),
                anna.get("/portal/ticket/tickets.xhtml?after=%FF%FE&limit=-1"))) {
            assertThat(page.text()).as(page.address().toString()).doesNotContain("Exception").doesNotContain("\tat ")
                    .doesNotContain("org.countersign").doesNotContain("WildFly").doesNotContain("Undertow").doesNotContain("<script>'");
        }
        Api api = server.api("demo-anna");
        for (String path : List.of("/tickets/%00", "/tickets?after=%FF", "/no-such-thing", "/tickets/CS-1/attachments/x")) {
            assertThat(api.get(path).text()).as(path).doesNotContain("Exception").doesNotContain("org.countersign").doesNotContain("\tat ");
        }
    }

    /** F50: a failure that is really one, on a page and in the API. */
    @Test
    void a_failure_inside_shows_an_id_under_which_the_log_has_it_and_nothing_else(CountersignServer server) throws Exception {
        FormClient anna = new FormClient(server).signIn("anna", "anna");
        FormClient.Page page;
        Api.Answer answer;
        owner(server, "ALTER TABLE service_report RENAME TO service_report_away");
        try {
            page = anna.get("/portal/report/reports.xhtml");
            answer = server.api("demo-anna").get("/reports");
        } finally {
            owner(server, "ALTER TABLE service_report_away RENAME TO service_report");
        }

        assertThat(page.status()).isEqualTo(500);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        String log = Files.readString(server.log(), StandardCharsets.UTF_8);
        for (String text : List.of(visible(page), answer.text())) {
            assertThat(text).doesNotContainIgnoringCase("exception").doesNotContainIgnoringCase("service_report")
                    .doesNotContainIgnoringCase("select ").doesNotContain("org.").doesNotContain("\tat ");
            var id = java.util.regex.Pattern.compile("\\b[0-9a-f]{8}\\b").matcher(text);
            assertThat(id.find()).as(text).isTrue();
            assertThat(log).contains(id.group());
        }
        assertThat(anna.get("/portal/report/reports.xhtml").status()).as("well again").isEqualTo(200);
    }

    /** F51. */
    @Test
    void a_line_break_in_what_is_typed_makes_neither_a_header_nor_a_line_of_the_log(CountersignServer server) throws Exception {
        String token = "injected" + UUID.randomUUID().toString().replace("-", "");
        FormClient visitor = new FormClient(server);
        FormClient.Page refused = visitor.trySignIn("nobody\r\nX-" + token + ": yes\r\n" + token + " INFO all is well", "x", null);
        assertThat(refused.response().headers().map().keySet()).noneMatch(name -> name.contains(token));
        FormClient.Page entered = visitor.trySignIn("l1", "l1", "/index.xhtml\r\nX-" + token + ": yes");
        assertThat(entered.response().headers().map().keySet()).noneMatch(name -> name.toLowerCase().contains(token));
        assertThat(entered.header("Location").orElse("")).endsWith("/index.xhtml");

        String raw = raw(server, "GET /portal/%0d%0aX-" + token + ":%20yes HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        assertThat(raw.toLowerCase()).doesNotContain("\nx-" + token);

        JsonObject ticket = server.api("demo-anna")
                .post("/tickets", report("DESK-B").add("summary", "Line\r\nBcc: all@example.org\r\n" + token).build())
                .json();
        if (ticket.containsKey("number")) {
            assertThat(ticket.getString("summary")).doesNotContain("\r").doesNotContain("\n");
        }
        for (String line : Files.readAllLines(server.log(), StandardCharsets.UTF_8)) {
            assertThat(line).startsWith("{").endsWith("}");
        }
    }

    /** The page to go on to after the sign-in is one of ours, however it is spelt. */
    @Test
    void the_sign_in_page_sends_nobody_to_another_site(CountersignServer server) {
        for (String to : List.of(
                "//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "javascript:alert(1)",
                "///evil.example", " //evil.example")) {
            FormClient.Page entered = new FormClient(server).trySignIn("l1", "l1", to);
            assertThat(entered.status()).as(to).isEqualTo(302);
            assertThat(entered.header("Location").orElseThrow()).as(to).doesNotContain("evil").doesNotContain("javascript");
        }
        FormClient.Page own = new FormClient(server).trySignIn("l1", "l1", "/desk/ticket/queue.xhtml?x=1");
        assertThat(own.header("Location").orElseThrow()).endsWith("/desk/ticket/queue.xhtml?x=1");
    }

    private static Map<String, String> write(FormClient visitor, String number, String text) {
        Map<String, String> form = new HashMap<>(visitor.get(PORTAL_TICKET + number).form("write"));
        form.put("write:text", text);
        form.put("write:do", "x");
        return form;
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> form, String field) {
        Map<String, String> changed = new HashMap<>(form);
        changed.remove(field);
        return changed;
    }

    /** What proves a view, taken from whichever form the page has. */
    private static Map<String, String> anyViewState(FormClient.Page page) {
        var form = java.util.regex.Pattern.compile("<form id=\"([^\"]+)\"").matcher(page.text());
        while (form.find()) {
            Map<String, String> fields = page.form(form.group(1));
            if (fields.containsKey(FormClient.VIEW_STATE)) {
                Map<String, String> proof = new HashMap<>(Map.of(FormClient.VIEW_STATE, fields.get(FormClient.VIEW_STATE)));
                if (fields.containsKey(FormClient.NONCE)) {
                    proof.put(FormClient.NONCE, fields.get(FormClient.NONCE));
                }
                return proof;
            }
        }
        throw new AssertionError(page.address() + " has no form with a view: " + page.text());
    }

    /** What a reader sees of the page. */
    private static String visible(FormClient.Page page) {
        return page.text().replaceAll("(?s)<(script|style)\\b.*?</\\1>", "").replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    /** The page's markup without what is new on every page: its view, its nonce, and the name that was typed. */
    private static String alike(FormClient.Page page, String typed) {
        Map<String, String> form = page.form("signIn");
        return page.text()
                .replace(form.get(FormClient.VIEW_STATE), "view")
                .replace(form.get(FormClient.NONCE), "nonce")
                .replace("value=\"" + typed + "\"", "value=\"typed\"")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "new");
    }

    private static String board(CountersignServer server, String number) {
        return server.api("demo-l1").get("/tickets/" + number + "/messages").expect(200).text();
    }

    private static String state(CountersignServer server, String number) {
        return server.api("demo-l1").get("/tickets/" + number).expect(200).json().getString("state");
    }

    private static String resolvedTicketOfCarla(CountersignServer server) {
        String number = ticket(server, "demo-carla", "DESK-C");
        step(server.api("demo-bert"), number, action("release")).expect(200);
        step(server.api("demo-l1"), number, action("start")).expect(200);
        step(server.api("demo-l1"), number, object().add("action", "resolve").add("text", "Klaar").build()).expect(200);
        return number;
    }

    private static String ticket(CountersignServer server, String token, String contract) {
        return server.api(token).post("/tickets", report(contract).build()).expect(201).json().getString("number");
    }

    private static void role(CountersignServer server, String sql, String account) throws SQLException {
        try (Connection connection = server.database().asOwner(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static void owner(CountersignServer server, String sql) throws SQLException {
        try (Connection connection = server.database().asOwner(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String raw(CountersignServer server, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.uri("/").getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonObjectBuilder report(String contract) {
        return object()
                .add("contract", contract)
                .add("kind", "INCIDENT")
                .add("summary", "Something is wrong")
                .add("description", "It does not work.")
                .add("impact", "MEDIUM")
                .add("urgency", "MEDIUM");
    }

    private static JsonObject action(String verb) {
        return object().add("action", verb).build();
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }

    private static Api.Answer step(Api caller, String number, JsonObject body) {
        return caller.post("/tickets/" + number + "/transitions", body);
    }
}
