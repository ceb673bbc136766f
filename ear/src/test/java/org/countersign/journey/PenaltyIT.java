package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.FormClient;
import org.countersign.journey.support.Journey;
import org.countersign.journey.support.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A target is missed and a service is not there: what that costs is proposed, disputed, settled and agreed to by the customer (M123, M126). */
@Journey
class PenaltyIT {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final String OUTAGES = "/contracts/DESK-B/outages";

    private CountersignServer running;

    @AfterEach
    void back_to_the_present() {
        if (running != null) {
            running.clock().reset();
        }
    }

    @Test
    void a_breach_and_an_outage_become_credits_that_the_customer_agrees_to(CountersignServer server, MailServer mail, Browser browser)
            throws InterruptedException {
        running = server;
        Api anna = server.api("demo-anna");
        Api bert = server.api("demo-bert");
        Api l1 = server.api("demo-l1");
        Api manager = server.api("demo-manager");
        YearMonth month = YearMonth.from(server.clock().now().atZone(BUDAPEST)).plusMonths(1);
        LocalDate tuesday = month.atDay(8).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
        String penalties = "/contracts/DESK-B/penalties?month=" + month;
        String availability = "/contracts/DESK-B/availability?month=" + month;

        // The first word of a P1 comes after two hours instead of half an hour, and the service is gone for three hours.
        server.clock().moveTo(at(tuesday, "10:00"));
        String ticket = urgentTicket(anna);
        server.clock().moveTo(at(tuesday, "12:00"));
        l1.post("/tickets/" + ticket + "/messages", object().add("text", "On it").add("visibility", "PUBLIC").build()).expect(201);
        l1.post("/tickets/" + ticket + "/transitions", object().add("action", "resolve").add("text", "Mended").build()).expect(200);
        server.clock().moveTo(at(tuesday, "17:00"));
        anna.post(OUTAGES, outage(tuesday, "13:00", null, ticket)).expect(403);
        l1.post(OUTAGES, outage(tuesday, "13:00", "12:59", ticket)).expect(422);
        l1.post(OUTAGES, object().add("service", "Payroll").add("start", at(tuesday, "13:00").toString()).add("cause", "FAULT").add("note", "?").build())
                .expect(422);
        Api.Answer lasting = l1.post(OUTAGES, outage(tuesday, "13:00", null, ticket)).expect(201);
        String outage = "/outages/" + lasting.json().getInt("id");
        assertThat(only(anna.get(availability)).getInt("downSeconds")).isBetween(4 * 3600, 4 * 3600 + 120);
        JsonObject ended = object().add("end", at(tuesday, "16:00").toString()).build();
        l1.with("If-Match", lasting.header("ETag").orElseThrow()).patch(outage, ended).expect(200);
        l1.with("If-Match", lasting.header("ETag").orElseThrow()).patch(outage, ended).expect(412);
        JsonObject lastsAgain = l1.patch(outage, object().add("lasts", true).build()).expect(200).json();
        assertThat(lastsAgain.getOrDefault("end", JsonValue.NULL)).isEqualTo(JsonValue.NULL);
        l1.patch(outage, ended).expect(200);
        l1.post(OUTAGES, outage(tuesday, "13:30", "15:00", null)).expect(201);
        JsonObject service = only(anna.get(availability));
        assertThat(service.getInt("downSeconds")).as("outages at the same time count once").isEqualTo(3 * 3600);
        assertThat(service.getBoolean("running")).isTrue();
        bert.get(availability).expect(404);
        bert.get(OUTAGES).expect(404);
        bert.get(outage).expect(404);

        // While the month runs, nothing is owed; when it is over, each clause tells what it comes to.
        run(manager, month);
        assertThat(anna.get(penalties).expect(200).text()).doesNotContain(ticket);
        server.clock().moveTo(at(month.plusMonths(1).atDay(1), "04:00"));
        run(manager, month);
        JsonObject word = entry(anna.get(penalties), "FIRST-WORD", ticket);
        JsonObject uptime = entry(anna.get(penalties), "UPTIME", "Policy administration");
        assertThat(word.getString("state")).isEqualTo("PROPOSED");
        assertThat(word.getJsonNumber("amount").bigDecimalValue()).isEqualByComparingTo("150");
        assertThat(word.getJsonObject("calculation").getJsonArray("tickets").getString(0)).isEqualTo(ticket);
        assertThat(uptime.getJsonObject("calculation").getString("downTime")).isEqualTo("PT3H");
        assertThat(uptime.getJsonNumber("amount").bigDecimalValue()).isPositive();
        mail.await(message -> tellsOf(message, "anna@customer-b.example", month.toString()), Duration.ofSeconds(60));
        bert.get(penalties).expect(404);
        bert.get("/penalties/" + word.getInt("id")).expect(404);
        bert.with("If-Match", "\"1\"").post("/penalties/" + word.getInt("id") + "/agree", object().build()).expect(404);
        l1.get(penalties).expect(403);

        // In the portal the customer agrees to one on its page, with the calculation before the eyes.
        FormClient portal = new FormClient(server).signIn("anna", "anna");
        assertThat(portal.get("/portal/penalty/credits.xhtml?contract=DESK-B&month=" + month).text())
                .contains("UPTIME", "FIRST-WORD", ticket)
                .doesNotContain("???");
        String page = "/portal/penalty/credit.xhtml?id=" + uptime.getInt("id");
        FormClient.Page shown = portal.get(page);
        assertThat(shown.text()).contains("Policy administration").doesNotContain("???");
        Map<String, String> agree = shown.form("agree");
        agree.put("agree:do", "x");
        assertThat(portal.post(page, agree).status()).isEqualTo(302);
        JsonObject agreed = anna.get("/penalties/" + uptime.getInt("id")).expect(200).json();
        assertThat(agreed.getJsonObject("entry").getString("state")).isEqualTo("AGREED");
        assertThat(agreed.getJsonArray("steps").getJsonObject(1).getString("by")).isEqualTo("Szabó Anna");
        anna.post("/penalties/" + uptime.getInt("id") + "/dispute", object().add("reason", "After all").build()).expect(409);
        manager.post("/penalties/" + uptime.getInt("id") + "/settle", settlement("1.00")).expect(409);

        List<String> faults = new ArrayList<>();
        look(server, browser, "anna", List.of("/portal/penalty/credits.xhtml?contract=DESK-B&month=" + month, page), faults);
        look(
                server,
                browser,
                "manager",
                List.of(
                        "/desk/penalty/credits.xhtml?contract=DESK-B&month=" + month,
                        "/desk/penalty/credit.xhtml?id=" + word.getInt("id"),
                        "/desk/penalty/outages.xhtml?contract=DESK-B",
                        "/desk/penalty/outages.xhtml?contract=DESK-B&outage=" + lasting.json().getInt("id"),
                        "/desk/contract/contract.xhtml?code=DESK-B"),
                faults);
        assertThat(faults).isEmpty();

        // The other is disputed, settled with another amount, and agreed to; the amount before stays to be read.
        String path = "/penalties/" + word.getInt("id");
        String page2 = "/portal/penalty/credit.xhtml?id=" + word.getInt("id");
        Map<String, String> dispute = portal.get(page2).form("dispute");
        dispute.put("dispute:reason", "Two hours without a word cost us more");
        dispute.put("dispute:do", "x");
        assertThat(portal.post(page2, dispute).status()).isEqualTo(302);
        anna.post(path + "/settle", settlement("180.00")).expect(403);
        manager.post(path + "/settle", settlement("-1")).expect(422);
        FormClient desk = new FormClient(server).signIn("manager", "manager");
        String deskPage = "/desk/penalty/credit.xhtml?id=" + word.getInt("id");
        Map<String, String> settle = desk.get(deskPage).form("settle");
        settle.put("settle:amount", "180,00");
        settle.put("settle:reason", "Agreed, it was long");
        settle.put("settle:do", "x");
        assertThat(desk.post(deskPage, settle).status()).isEqualTo(302);
        anna.post(path + "/agree", object().build()).expect(428);
        anna.with("If-Match", "\"1\"").post(path + "/agree", object().build()).expect(412);
        String tag = anna.get(path).expect(200).header("ETag").orElseThrow();
        JsonObject settled = anna.with("If-Match", tag).post(path + "/agree", object().build()).expect(200).json();
        assertThat(settled.getJsonObject("entry").getJsonNumber("amount").bigDecimalValue()).isEqualByComparingTo("180");
        assertThat(settled.getJsonObject("entry").getJsonNumber("proposed").bigDecimalValue()).isEqualByComparingTo("150");
        assertThat(settled.getJsonArray("steps").getValuesAs(JsonObject.class))
                .extracting(step -> step.getString("state"))
                .containsExactly("PROPOSED", "DISPUTED", "SETTLED", "AGREED");

        // A replay of the month under its own agreement comes to the same on both sides, the availability as it was assessed.
        JsonObject replay = replayed(manager, month);
        JsonObject credits = replay.getJsonArray("credits").getJsonObject(0);
        assertThat(credits.getJsonObject("was")).isEqualTo(credits.getJsonObject("would"));
        assertThat(credits.getJsonObject("was").getJsonNumber("forAvailability").bigDecimalValue())
                .isEqualByComparingTo(uptime.getJsonNumber("amount").bigDecimalValue());
        look(server, browser, "manager", List.of("/desk/contract/replay.xhtml?id=" + replay.getInt("id")), faults);
        assertThat(faults).isEmpty();

        // Assessed again, the month stays as it is, whatever is known by now.
        l1.post(OUTAGES, outage(tuesday.plusDays(1), "09:00", "15:00", null)).expect(201);
        JsonArray before = anna.get(penalties).expect(200).json().getJsonArray("items");
        run(manager, month);
        assertThat(anna.get(penalties).expect(200).json().getJsonArray("items")).isEqualTo(before);
        for (String action : List.of("OutageRecorded", "OutageCorrected", "PenaltyProposed", "PenaltyDisputed", "PenaltySettled", "PenaltyAgreed")) {
            assertThat(manager.get("/audit/entries?contract=DESK-B&action=" + action).expect(200).json().getJsonArray("items"))
                    .as(action)
                    .isNotEmpty();
        }
    }

    /** Every page is complete, and axe finds nothing on it, in both themes and as narrow as a telephone. */
    private static void look(CountersignServer server, Browser browser, String account, List<String> paths, List<String> faults) {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext visitor = browser.visitor(server, "en", colours)) {
                Page page = visitor.newPage();
                List<String> complaints = Browser.complaints(page);
                page.navigate("/sign-in.xhtml");
                page.locator("input[type=text], input:not([type])").first().fill(account);
                page.locator("input[type=password]").fill(account);
                page.locator("input[type=password]").press("Enter");
                page.waitForURL(url -> !url.contains("sign-in"));
                page.setViewportSize(colours == ColorScheme.DARK ? 390 : 1280, 900);
                for (String path : paths) {
                    if (page.navigate(path).status() != 200 || page.content().contains("???")) {
                        faults.add(path + " is not complete for " + account);
                    }
                    if (path.contains("/penalty/")
                            && (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
                        faults.add(path + " is wider than the screen in " + colours);
                    }
                    for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                        faults.add(path + " " + colours + " " + rule.getId() + ": " + rule.getNodes());
                    }
                    complaints.forEach(complaint -> faults.add(path + " complains: " + complaint));
                    complaints.clear();
                }
            }
        }
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(BUDAPEST).toInstant();
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }

    private static JsonObject settlement(String amount) {
        return object().add("amount", new java.math.BigDecimal(amount)).add("reason", "So be it").build();
    }

    private static JsonObject outage(LocalDate day, String start, String end, String ticket) {
        JsonObjectBuilder outage = object()
                .add("service", "Policy administration")
                .add("start", at(day, start).toString())
                .add("cause", "FAULT")
                .add("note", "The database stopped");
        if (end != null) {
            outage.add("end", at(day, end).toString());
        }
        if (ticket != null) {
            outage.add("ticket", ticket);
        }
        return outage.build();
    }

    private static JsonObject only(Api.Answer answer) {
        JsonArray items = answer.expect(200).json().getJsonArray("items");
        assertThat(items).hasSize(1);
        return items.getJsonObject(0);
    }

    private static JsonObject entry(Api.Answer answer, String clause, String subject) {
        return answer.expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("clause").equals(clause) && row.getString("subject").equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(clause + " of " + subject + " is not in " + answer.text()));
    }

    private static String urgentTicket(Api anna) {
        return anna.post(
                        "/tickets",
                        object().add("contract", "DESK-B")
                                .add("kind", "INCIDENT")
                                .add("summary", "Policies cannot be opened")
                                .add("description", "Since ten o’clock.")
                                .add("impact", "HIGH")
                                .add("urgency", "HIGH")
                                .add("service", "Policy administration")
                                .build())
                .expect(201)
                .json()
                .getString("number");
    }

    private static JsonObject replayed(Api manager, YearMonth month) throws InterruptedException {
        JsonObject question = object()
                .add("from", at(month.atDay(1), "00:00").toString())
                .add("to", at(month.plusMonths(1).atDay(1), "00:00").toString())
                .add("agreement", manager.get("/contracts/DESK-B/agreement").expect(200).text())
                .build();
        String path = "/replays/" + manager.post("/contracts/DESK-B/replays", question).expect(202).json().getJsonNumber("id");
        for (int attempt = 0; attempt < 200; attempt++) {
            JsonObject found = manager.get(path).expect(200).json();
            if (found.getString("state").equals("DONE")) {
                return found;
            }
            Thread.sleep(300);
        }
        throw new AssertionError(path + " does not end");
    }

    /** By hand, or by the system if that was first; either way the month is assessed then. */
    private static void run(Api manager, YearMonth month) throws InterruptedException {
        JsonObject parameters = object()
                .add("parameters", object().add("month", month.toString()).add("contract", "DESK-B"))
                .build();
        for (int attempt = 0; attempt < 120; attempt++) {
            Api.Answer started = manager.post("/jobs/penalty-assessment/executions", parameters);
            if (started.status() == 202) {
                String path = "/jobs/penalty-assessment/executions/" + started.json().getJsonNumber("id");
                String status;
                while (!(status = manager.get(path).expect(200).json().getString("status")).equals("COMPLETED")) {
                    assertThat(status).isNotIn("FAILED", "STOPPED");
                    Thread.sleep(300);
                }
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("penalty-assessment did not start");
    }

    private static boolean tellsOf(jakarta.mail.internet.MimeMessage message, String recipient, String month) {
        try {
            return message.getAllRecipients()[0].toString().contains(recipient)
                    && message.getSubject().contains(month)
                    && message.getSubject().contains("DESK-B")
                    && message.getSubject().contains("jóváírás");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
