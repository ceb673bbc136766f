package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.Journey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tickets are taken out of their turn with a reason, and the proof of the order of arrival agrees (M101, M107); a month later its tickets are
 * read once more under tighter targets.
 */
@Journey
class QueueReplayIT {

    private static final String AGREEMENT = "/contracts/DESK-C/agreement";
    private static final String QUEUE = "/queues/DESK-C/L1";
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private CountersignServer running;
    private String agreed;

    @AfterEach
    void as_it_was() {
        if (running != null) {
            running.clock().reset();
        }
        if (agreed != null) {
            agree(running.api("demo-manager"), agreed);
        }
    }

    @Test
    void who_comes_first_is_served_first_or_it_is_said_why_not(CountersignServer server, Browser browser) throws InterruptedException {
        running = server;
        Api manager = server.api("demo-manager");
        Api l1 = server.api("demo-l1");
        Api l2 = server.api("demo-l2");
        String before = manager.get(AGREEMENT).expect(200).text();
        agree(manager, before.replace("order: PRIORITY", "order: RECEIVED"));
        agreed = before;
        String from = server.clock().now().minusSeconds(1).toString();
        String first = register(server, "The first call");
        String second = register(server, "The second call");
        String third = register(server, "The third call");

        // The line stands in the order of arrival, and what is taken out of it needs a reason.
        List<String> line = line(l1);
        assertThat(line).endsWith(first, second, third);
        JsonObject refused = step(l1, third, Json.createObjectBuilder().add("action", "start")).expect(422).json();
        assertThat(refused.getString("code")).isEqualTo("overtaking-without-reason");
        assertThat(refused.getString("detail")).contains(line.get(0));
        assertThat(refused.getJsonArray("violations").getJsonObject(0).getString("field")).isEqualTo("reason");
        step(l1, third, Json.createObjectBuilder().add("action", "start").add("reason", "The caller waits at the gate")).expect(200);
        JsonObject overtaking = l1.get(QUEUE + "/overtakings?ticket=" + second).expect(200).json().getJsonArray("items").getJsonObject(0);
        assertThat(overtaking.getString("ticket")).isEqualTo(third);
        assertThat(overtaking.getString("takenBy")).isEqualTo("l1");
        assertThat(overtaking.getString("reason")).isEqualTo("The caller waits at the gate");
        server.api("demo-bert").get(QUEUE + "/overtakings").expect(403);
        assertThat(server.api("demo-bert").get("/tickets/" + third + "/history").expect(200).text()).doesNotContain("waits at the gate");

        // Whoever takes the next gets the first in line, and asking twice gives it once.
        JsonObject seen = Json.createObjectBuilder().add("seen", line.get(0)).build();
        assertThat(l1.post(QUEUE + "/next", seen).expect(200).json().getString("number")).isEqualTo(line.get(0));
        assertThat(l1.post(QUEUE + "/next", seen).expect(200).json().getString("number")).isEqualTo(line.get(0));
        assertThat(l2.post(QUEUE + "/next", seen).expect(200).json().getString("number")).isEqualTo(line.get(1));

        // The page asks for the reason, shows whom the ticket would pass, and afterwards whom it passed.
        String fourth = register(server, "The fourth call");
        register(server, "The fifth call");
        String last = register(server, "The sixth call");
        try (BrowserContext visitor = browser.visitor(server, "en", ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            List<String> complaints = Browser.complaints(page);
            signIn(page, "l1");
            page.navigate("/desk/ticket/ticket.xhtml?number=" + last);
            page.locator("[id='stepSTART:do']").click();
            page.waitForLoadState();
            assertThat(page.locator("main").textContent()).contains(line(l1).get(0));
            page.locator("[id='stepSTART:reason']").fill("It stops the harbour");
            page.locator("[id='stepSTART:do']").click();
            page.waitForLoadState();
            assertThat(page.locator("main").textContent()).contains("It stops the harbour");
            page.navigate("/desk/ticket/ticket.xhtml?number=" + fourth);
            assertThat(page.locator("main").textContent()).contains("It stops the harbour").contains(last);
            assertAccessible(page);
            page.navigate("/desk/ticket/line.xhtml?contract=DESK-C&level=L1");
            page.locator("[id='next:do']").click();
            page.waitForLoadState();
            assertThat(page.url()).contains("/desk/ticket/ticket.xhtml?number=");
            page.navigate("/desk/ticket/arrivals.xhtml?contract=DESK-C&level=L1");
            assertThat(page.locator("main").textContent()).contains(fourth);
            assertAccessible(page);
            assertThat(complaints).isEmpty();
        }

        JsonObject proof = sealed(l1, from, server.clock().now().plusSeconds(1).toString());
        assertThat(proof.getJsonObject("verdict").getBoolean("agrees")).as(proof.toString()).isTrue();
        assertThat(proof.getJsonObject("verdict").getInt("overtakings")).isEqualTo(2);
        assertThat(proof.getJsonArray("items").getValuesAs(JsonObject.class)).extracting(item -> item.getString("ticket"))
                .contains(first, second, third);
        JsonObject witness = proof.getJsonArray("items").getJsonObject(0).getJsonObject("witness");
        assertThat(witness.getString("hash")).hasSize(64);
        assertThat(witness.getBoolean("holds")).isTrue();
        l1.get(QUEUE + "/proof?from=" + from).expect(422);
        l1.get("/queues/DESK-C/L9").expect(404);
    }

    @Test
    void last_months_tickets_under_tighter_targets_show_the_breaches(CountersignServer server, Browser browser) throws InterruptedException {
        running = server;
        Api manager = server.api("demo-manager");
        Api l1 = server.api("demo-l1");
        Instant monday = server.clock().now().atZone(AMSTERDAM).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.of(9, 0)).toInstant();
        server.clock().moveTo(monday);
        String number = register(server, "Orders do not print");
        server.clock().advance(Duration.ofHours(2));
        l1.post("/tickets/" + number + "/messages", Json.createObjectBuilder().add("text", "We look into it").add("visibility", "PUBLIC").build())
                .expect(201);
        server.clock().moveTo(monday.plus(Duration.ofDays(35)));
        String text = manager.get(AGREEMENT).expect(200).text();
        String tighter = text.replace("PT4H", "PT1H");
        assertThat(tighter).isNotEqualTo(text);
        List<JsonValue> promised = promised(manager, number);

        // A draft that is not valid is refused with its place, before anything is started.
        JsonObject refused = replay(manager, monday, text.replace("PT4H", "PT4D"), null).expect(422).json();
        assertThat(refused.getString("code")).isEqualTo("agreement-duration-malformed");
        assertThat(refused.getJsonArray("violations").getJsonObject(0).getString("field")).isEqualTo("targets[0].priorities.P3.response");
        replay(manager, monday, text, "zone: Nowhere/Else").expect(422);
        replay(l1, monday, tighter, null).expect(403);

        long id = replay(manager, monday, tighter, null).expect(202).json().getJsonNumber("id").longValue();
        JsonObject found = done(manager, id);
        JsonObject response = line(found, "RESPONSE");
        assertThat(response.getJsonObject("was").getInt("met")).isPositive();
        assertThat(response.getJsonObject("would").getInt("breached")).isGreaterThan(response.getJsonObject("was").getInt("breached"));
        assertThat(found.getJsonArray("changes").toString()).contains("targets[0].priorities.P3.response: PT4H → PT1H");
        JsonObject changed = manager.get("/replays/" + id + "/tickets?target=RESPONSE").expect(200).json().getJsonArray("items")
                .getValuesAs(JsonObject.class).stream()
                .filter(item -> item.getString("ticket").equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(changed.getString("was")).isEqualTo("MET");
        assertThat(changed.getString("would")).isEqualTo("MISSED");
        assertThat(Instant.parse(changed.getString("wouldDue")).truncatedTo(ChronoUnit.MINUTES)).isEqualTo(monday.plus(Duration.ofHours(1)));

        // Under the agreement as it is, what would have been is what was; nothing of the ticket or the contract has changed.
        JsonObject same = done(manager, replay(manager, monday, text, null).expect(202).json().getJsonNumber("id").longValue());
        assertThat(line(same, "RESPONSE").get("would")).isEqualTo(line(same, "RESPONSE").get("was"));
        assertThat(promised(manager, number)).isEqualTo(promised);
        assertThat(manager.get(AGREEMENT).expect(200).text()).isEqualTo(text);

        try (BrowserContext visitor = browser.visitor(server, "en", ColorScheme.LIGHT)) {
            Page page = visitor.newPage();
            List<String> complaints = Browser.complaints(page);
            signIn(page, "manager");
            page.navigate("/desk/contract/replays.xhtml?contract=DESK-C");
            String day = monday.atZone(AMSTERDAM).toLocalDate().toString();
            page.locator("[id='next:from']").fill(day);
            page.locator("[id='next:to']").fill(day);
            page.locator("[id='next:agreement']").fill("calendar: [");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replay").setExact(true)).click();
            page.waitForLoadState();
            assertThat(page.locator("[id='next:agreement_error']").textContent()).isNotBlank();
            page.locator("[id='next:agreement']").fill(tighter);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replay").setExact(true)).click();
            page.waitForURL(url -> url.contains("/desk/contract/replay.xhtml"));
            page.getByText("Done", new Page.GetByTextOptions().setExact(true)).waitFor();
            page.navigate(page.url().replaceFirst("^https?://[^/]+", ""));
            assertThat(page.locator("main").textContent()).contains(number);
            assertAccessible(page);
            assertThat(complaints).isEmpty();
        }
    }

    private static void assertAccessible(Page page) {
        assertThat(page.content()).doesNotContain("???");
        assertThat(new AxeBuilder(page).analyze().getViolations()).extracting(rule -> rule.getId() + " " + rule.getNodes()).isEmpty();
    }

    private static Api.Answer replay(Api caller, Instant day, String agreement, String hours) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("from", day.minus(Duration.ofHours(1)).toString())
                .add("to", day.plus(Duration.ofHours(9)).toString())
                .add("agreement", agreement);
        return caller.post("/contracts/DESK-C/replays", (hours == null ? body : body.add("hours", hours)).build());
    }

    private static JsonObject done(Api manager, long id) throws InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            JsonObject found = manager.get("/replays/" + id).expect(200).json();
            if (found.getString("state").equals("DONE")) {
                return found;
            }
            Thread.sleep(300);
        }
        throw new AssertionError("Replay " + id + " does not end");
    }

    /** What a ticket owes and has given; escalation may go on beside it. */
    private static List<JsonValue> promised(Api caller, String number) {
        JsonObject ticket = caller.get("/tickets/" + number).expect(200).json();
        return Stream.of("state", "priority", "responseDue", "respondedAt", "resolutionDue", "resolvedAt").map(ticket::get).toList();
    }

    private static JsonObject line(JsonObject replay, String target) {
        return replay.getJsonArray("targets").getValuesAs(JsonObject.class).stream()
                .filter(line -> line.getString("target").equals(target) && line.getString("priority").equals("P3"))
                .findFirst()
                .orElseThrow();
    }

    /** The proof, once the sealer has linked everything. */
    private static JsonObject sealed(Api caller, String from, String to) throws InterruptedException {
        String query = "?from=" + encoded(from) + "&to=" + encoded(to) + "&limit=500";
        for (int attempt = 0; attempt < 100; attempt++) {
            JsonObject proof = caller.get(QUEUE + "/proof" + query).expect(200).json();
            if (proof.getJsonObject("verdict").getInt("unsealed") == 0) {
                return proof;
            }
            Thread.sleep(300);
        }
        throw new AssertionError("Nothing was sealed");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> line(Api caller) {
        return caller.get(QUEUE + "?limit=500").expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(ticket -> ticket.getString("number"))
                .toList();
    }

    private static Api.Answer step(Api caller, String number, JsonObjectBuilder step) {
        return caller.post("/tickets/" + number + "/transitions", step.build());
    }

    private static void agree(Api manager, String text) {
        manager.put(AGREEMENT + "?agreedBy=Bert", "application/yaml", text).expect(200);
    }

    private static String register(CountersignServer server, String summary) {
        return server.api("demo-bert")
                .post(
                        "/tickets",
                        Json.createObjectBuilder()
                                .add("contract", "DESK-C")
                                .add("kind", "INCIDENT")
                                .add("summary", summary)
                                .add("description", "It does not work.")
                                .add("impact", "MEDIUM")
                                .add("urgency", "MEDIUM")
                                .build())
                .expect(201)
                .json()
                .getString("number");
    }

    private static void signIn(Page page, String account) {
        page.navigate("/sign-in.xhtml");
        page.locator("input[type=text], input:not([type])").first().fill(account);
        page.locator("input[type=password]").fill(account);
        page.locator("input[type=password]").press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }
}
