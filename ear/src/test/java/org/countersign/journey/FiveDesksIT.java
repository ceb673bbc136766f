package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.DatabaseKind;
import org.countersign.journey.support.Journey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Five desks on one installation, each by nothing but its contract: the clock is moved to where they differ. In the order of the calendar, so
 * that time runs forward.
 */
@Journey(DatabaseKind.H2)
@TestMethodOrder(MethodOrderer.MethodName.class)
class FiveDesksIT {

    private static CountersignServer server;

    @BeforeAll
    static void a_server_of_its_own() {
        server = CountersignServer.on(DatabaseKind.H2).start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    /** M2, M4, M7, M9, M11, M16, M17, M127. */
    @Test
    void desk_a_works_around_the_clock_and_waits_for_the_vendor_only_where_that_was_agreed() {
        ZoneId london = ZoneId.of("Europe/London");
        moveTo(london, "2027-01-09T03:10");
        String critical = report("alice", "DESK-A", Map.of("impact", "HIGH", "urgency", "HIGH", "service", "Trial data capture"));
        String usual = report("alice", "DESK-A", Map.of("impact", "HIGH", "urgency", "HIGH", "service", "Data exchange"));
        assertDue(critical, "responseDue", london, "2027-01-09T03:25");
        assertDue(critical, "resolutionDue", london, "2027-01-09T07:10");
        assertDue(usual, "responseDue", london, "2027-01-09T03:40");

        moveTo(london, "2027-01-09T03:20");
        step("l1", critical, "start");
        step("l1", usual, "start");
        assertThat(ticket(critical).getJsonArray("breached")).isEmpty();
        for (String level : new String[] {"L2", "L3", "VENDOR"}) {
            transition("l1", usual, body("escalate").add("level", level).add("reason", "Beyond our own means"));
        }
        transition("l1", usual, body("hold").add("reason", "AWAITING_VENDOR"));
        transition("l1", critical, body("hold").add("reason", "AWAITING_VENDOR"));
        assertThat(ticket(usual).get("resolutionDue")).as("halted while the vendor has it").isEqualTo(JsonValue.NULL);
        assertDue(critical, "resolutionDue", london, "2027-01-09T07:10");

        moveTo(london, "2027-01-10T03:20");
        step("l1", usual, "resume");
        assertDue(usual, "resolutionDue", london, "2027-01-10T11:10");
        assertThat(ticket(critical).getJsonArray("breached").toString()).contains("RESOLUTION");
    }

    /** M22, M24, M45, M61. */
    @Test
    void desk_b_counts_hungarian_hours_and_neither_waiting_nor_acceptance_breaches_anything() {
        ZoneId budapest = ZoneId.of("Europe/Budapest");
        moveTo(budapest, "2027-01-15T18:30");
        String number = report("anna", "DESK-B", Map.of());
        assertDue(number, "responseDue", budapest, "2027-01-18T08:30");
        assertDue(number, "resolutionDue", budapest, "2027-01-19T18:30");

        moveTo(budapest, "2027-01-18T08:00");
        step("l1", number, "start");
        server.api("demo-l1")
                .post("/tickets/" + number + "/messages", Json.createObjectBuilder().add("text", "Which policy?").add("visibility", "PUBLIC").build())
                .expect(201);
        moveTo(budapest, "2027-01-18T09:00");
        transition("l1", number, body("hold").add("reason", "AWAITING_CUSTOMER"));
        moveTo(budapest, "2027-01-19T09:00");
        step("l1", number, "resume");
        assertDue(number, "resolutionDue", budapest, "2027-01-20T18:30");

        moveTo(budapest, "2027-01-20T18:00");
        transition("l1", number, body("resolve").add("text", "The policy is open again."));
        moveTo(budapest, "2027-01-29T10:00");
        String tag = server.api("demo-anna").get("/tickets/" + number).expect(200).header("ETag").orElseThrow();
        server.api("demo-anna").with("If-Match", tag).post("/tickets/" + number + "/transitions", body("accept").build()).expect(200);
        assertThat(ticket(number).getString("state")).isEqualTo("CLOSED");
        assertThat(ticket(number).getJsonArray("breached")).isEmpty();
    }

    /** M96 to M100. */
    @Test
    void desk_c_counts_from_the_fixed_contacts_word_in_dutch_office_hours() {
        ZoneId amsterdam = ZoneId.of("Europe/Amsterdam");
        moveTo(amsterdam, "2027-01-29T17:30");
        String asked = report("carla", "DESK-C", Map.of());
        assertThat(ticket(asked).getString("state")).isEqualTo("HELD");
        assertThat(ticket(asked).get("responseDue")).isEqualTo(JsonValue.NULL);
        moveTo(amsterdam, "2027-01-30T10:00");
        String entered = report("bert", "DESK-C", Map.of());
        assertDue(entered, "responseDue", amsterdam, "2027-02-01T12:30");

        moveTo(amsterdam, "2027-02-01T09:00");
        step("bert", asked, "release");
        assertThat(ticket(asked).getString("state")).isEqualTo("NEW");
        assertDue(asked, "responseDue", amsterdam, "2027-02-01T13:00");
        assertDue(asked, "resolutionDue", amsterdam, "2027-02-03T16:00");
    }

    /** M107 to M111, M115, M116. */
    @Test
    void desk_d_answers_what_is_written_within_six_hours_and_no_wish_jumps_the_queue() {
        ZoneId chicago = ZoneId.of("America/Chicago");
        moveTo(chicago, "2027-02-04T10:00");
        String mailed = report("l1", "DESK-D", Map.of("channel", "EMAIL", "contact", "miguel@customer-d.example", "impact", "LOW", "urgency", "LOW"));
        String entered = report("dana", "DESK-D", Map.of("channel", "PORTAL", "wishedPriority", "P1"));
        String called = report("l1", "DESK-D", Map.of("channel", "PHONE", "contact", "dana@customer-d.example"));
        String project = report("dana", "DESK-D", Map.of("channel", "PORTAL", "kind", "SERVICE_REQUEST", "service", "Desktop"));
        assertDue(mailed, "responseDue", chicago, "2027-02-04T16:00");
        assertDue(entered, "responseDue", chicago, "2027-02-04T16:00");
        assertThat(ticket(entered).getString("priority")).isEqualTo("P3");
        assertThat(ticket(entered).getString("wishedPriority")).isEqualTo("P1");
        assertThat(ticket(mailed).getInt("queuePosition")).isLessThan(ticket(entered).getInt("queuePosition"));
        assertDue(called, "responseDue", chicago, "2027-02-04T10:30");
        assertDue(project, "resolutionDue", chicago, "2027-02-05T10:00");

        String loud = report("dana", "DESK-D", Map.of("channel", "PORTAL", "impact", "HIGH", "urgency", "HIGH"));
        assertThat(ticket(loud).getString("priority")).as("a wish, however it is said").isEqualTo("P3");
        assertThat(ticket(loud).getString("wishedPriority")).isEqualTo("P1");
        assertThat(ticket(called).getInt("queuePosition")).isLessThan(ticket(loud).getInt("queuePosition"));
        assertDue(loud, "resolutionDue", chicago, "2027-02-06T10:00");
        transition("l1", loud, body("assess").add("impact", "HIGH").add("urgency", "HIGH"));
        assertThat(ticket(loud).getString("priority")).as("assessed by the desk").isEqualTo("P1");
        assertDue(loud, "resolutionDue", chicago, "2027-02-04T22:00");

        moveTo(chicago, "2027-02-04T15:59");
        // In the order received: it passes what the desk still has in line from before, and says why.
        transition("l1", mailed, body("start").add("reason", "The ones before it wait for parts"));
        moveTo(chicago, "2027-02-04T16:01");
        assertThat(ticket(mailed).getJsonArray("breached")).as("acknowledged by a person in time").isEmpty();
        assertThat(ticket(entered).getJsonArray("breached").toString()).contains("RESPONSE");
    }

    /** M114 to M116. */
    @Test
    void desk_d_takes_down_the_customers_wish_on_its_forms_and_assesses_itself(Browser browser) {
        moveTo(ZoneId.of("America/Chicago"), "2027-02-05T10:00");
        String before = report("dana", "DESK-D", Map.of("channel", "PORTAL"));
        try (BrowserContext phone = browser.visitorOnPhone(server, "en", ColorScheme.LIGHT);
                BrowserContext office = browser.visitor(server)) {
            Page portal = phone.newPage();
            List<String> complaints = Browser.complaints(portal);
            signIn(portal, "dana");
            portal.navigate("/portal/ticket/report.xhtml");
            assertThat(portal.locator("[id='report:impact'], [id='report:urgency']").count()).as("the desk assesses").isZero();
            assertThat(portal.textContent("#report")).contains("Under DESK-D the desk assesses impact and urgency.");
            assertThat(portal.getByLabel("How urgent is it for you?").inputValue()).isEmpty();
            assertThat(new AxeBuilder(portal).analyze().getViolations()).isEmpty();
            assertThat(portal.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isEqualTo(true);
            portal.fill("[id='report:summary']", "Nothing can be filed");
            portal.fill("[id='report:description']", "Every matter says that it is locked.");
            portal.getByLabel("How urgent is it for you?").selectOption("P1");
            String wished = sent(portal, "report:send");
            assertThat(portal.content()).contains("wished by the customer: P1");
            assertThat(ticket(wished).getString("wishedPriority")).isEqualTo("P1");
            assertUsual(wished);
            assertThat(ticket(before).getInt("queuePosition")).isLessThan(ticket(wished).getInt("queuePosition"));

            portal.navigate("/portal/ticket/report.xhtml");
            portal.fill("[id='report:summary']", "A question of style");
            portal.fill("[id='report:description']", "The letterhead has the old address.");
            String silent = sent(portal, "report:send");
            assertThat(ticket(silent).isNull("wishedPriority")).isTrue();
            assertUsual(silent);

            Page desk = office.newPage();
            List<String> more = Browser.complaints(desk);
            signIn(desk, "l1");
            desk.navigate("/desk/ticket/register.xhtml?contract=DESK-D");
            desk.fill("[id='register:summary']", "The fax says it is urgent");
            desk.fill("[id='register:description']", "Scanning stops after each page.");
            desk.selectOption("[id='register:channel']", "FAX");
            desk.selectOption("[id='register:impact']", "LOW");
            desk.selectOption("[id='register:urgency']", "LOW");
            desk.getByLabel("Priority wished by the customer").selectOption("P2");
            assertThat(new AxeBuilder(desk).analyze().getViolations()).isEmpty();
            String faxed = sent(desk, "register:send");
            assertThat(desk.content()).contains("wished by the customer: P2");
            assertThat(ticket(faxed).getString("priority")).as("as the desk assessed").isEqualTo("P5");
            assertThat(ticket(faxed).getString("wishedPriority")).isEqualTo("P2");
            assertThat(complaints).isEmpty();
            assertThat(more).isEmpty();
        }
    }

    /** As what nobody has assessed yet. */
    private static void assertUsual(String number) {
        JsonObject ticket = ticket(number);
        assertThat(ticket.getString("priority")).isEqualTo("P3");
        Instant received = Instant.parse(ticket.getString("receivedAt"));
        assertThat(Instant.parse(ticket.getString("resolutionDue"))).isCloseTo(received.plus(Duration.ofHours(48)), within(1, ChronoUnit.MINUTES));
    }

    private static void signIn(Page page, String account) {
        page.navigate("/sign-in.xhtml");
        page.fill("[id='signIn:name']", account);
        page.fill("[id='signIn:password']", account);
        page.press("[id='signIn:password']", "Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    /** The number of the ticket that a form made. */
    private static String sent(Page page, String button) {
        page.click("[id='" + button + "']");
        page.waitForURL(url -> url.contains("number="));
        return page.url().replaceAll(".*number=([A-Z0-9-]+).*", "$1");
    }

    /** M117, M121, M123, M124, M127. */
    @Test
    void desk_e_has_targets_of_its_own_for_each_kind_and_closer_ones_after_go_live() {
        ZoneId lisbon = ZoneId.of("Europe/Lisbon");
        moveTo(lisbon, "2027-02-26T17:30");
        assertDue(report("eva", "DESK-E", Map.of()), "responseDue", lisbon, "2027-03-01T09:30");

        moveTo(lisbon, "2027-03-01T10:00");
        assertDue(report("eva", "DESK-E", Map.of()), "responseDue", lisbon, "2027-03-01T14:00");
        assertDue(report("eva", "DESK-E", Map.of("kind", "QUESTION")), "responseDue", lisbon, "2027-03-03T10:00");
        assertDue(
                report("eva", "DESK-E", Map.of("impact", "HIGH", "urgency", "HIGH", "service", "Learning platform")),
                "responseDue", lisbon, "2027-03-01T10:30");

        moveTo(lisbon, "2027-03-25T17:00");
        String beforeEaster = report("eva", "DESK-E", Map.of());
        // Good Friday is a rest day, and on Sunday the clocks go forward: noon on Monday is 11:00 UTC.
        assertDue(beforeEaster, "responseDue", lisbon, "2027-03-29T12:00");
        assertThat(ticket(beforeEaster).getString("responseDue")).startsWith("2027-03-29T11:00");
    }

    private static void moveTo(ZoneId zone, String wallClock) {
        server.clock().moveTo(LocalDateTime.parse(wallClock).atZone(zone).toInstant());
    }

    /**
     * To the minute, before as well as after: the server's clock flows on while it is asked, which moves a target on where that is before the
     * ticket arrives, and back where it is between the clock's move and the moment from which the target waits.
     */
    private static void assertDue(String number, String what, ZoneId zone, String wallClock) {
        Instant expected = LocalDateTime.parse(wallClock).atZone(zone).toInstant();
        assertThat(Instant.parse(ticket(number).getString(what)))
                .as(number + " " + what)
                .isStrictlyBetween(expected.minus(Duration.ofMinutes(1)), expected.plus(Duration.ofMinutes(1)));
    }

    private static JsonObject ticket(String number) {
        return server.api("demo-l1").get("/tickets/" + number).expect(200).json();
    }

    private static String report(String by, String contract, Map<String, String> more) {
        JsonObjectBuilder report = Json.createObjectBuilder()
                .add("contract", contract)
                .add("kind", "INCIDENT")
                .add("summary", "It does not work")
                .add("description", "Since this morning it does not work.")
                .add("impact", "MEDIUM")
                .add("urgency", "MEDIUM");
        more.forEach(report::add);
        return server.api("demo-" + by).post("/tickets", report.build()).expect(201).json().getString("number");
    }

    private static JsonObjectBuilder body(String action) {
        return Json.createObjectBuilder().add("action", action);
    }

    private static void step(String by, String number, String action) {
        transition(by, number, body(action));
    }

    private static void transition(String by, String number, JsonObjectBuilder body) {
        Api api = server.api("demo-" + by);
        api.post("/tickets/" + number + "/transitions", body.build()).expect(200);
    }
}
