package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.Journey;
import org.countersign.journey.support.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A contract demands a vendor's certificate: who holds it is proposed and assigned, who does not is refused, and once it has expired the one who
 * held it is refused too (M118, M119). The contact sees the account team (M120, M133).
 */
@Journey
class SkillsIT {

    private static final String CERTIFICATE = "Signature Platform Engineer";
    private static final ZoneId CONTRACT = ZoneId.of("Europe/Budapest");

    private CountersignServer running;
    private JsonArray before;

    @AfterEach
    void as_it_was() {
        if (running != null) {
            running.clock().reset();
            if (before != null) {
                certificates(running.api("demo-manager"), "l1", Json.createArrayBuilder(before)).expect(200);
            }
        }
    }

    @Test
    void who_is_certified_is_proposed_and_assigned_until_the_certificate_expires(
            CountersignServer server, MailServer mail, Browser browser) {
        running = server;
        Api manager = server.api("demo-manager");
        Api l1 = server.api("demo-l1");
        LocalDate today = LocalDate.ofInstant(server.clock().now(), CONTRACT);
        String number = ticket(server);

        // Nobody at this level holds what the contract demands: nobody is proposed, and nobody gets it.
        assertThat(accounts(l1, number)).doesNotContain("l1");
        JsonObject refusal = step(l1, number, "assign", "l1").expect(422).json();
        assertThat(refusal.getString("code")).isEqualTo("certification-missing");
        assertThat(refusal.getString("detail")).contains("Lili Varga", CERTIFICATE);
        assertThat(step(l1, number, "start", null).expect(409).json().getString("code")).isEqualTo("certification-missing");

        // The manager puts the certificate on record; only who leads the desk may, and only against what was seen.
        before = l1.get("/staff/l1/certifications").expect(200).json().getJsonArray("certifications");
        String seen = manager.get("/staff/l1/certifications").expect(200).header("ETag").orElseThrow();
        JsonArrayBuilder held = Json.createArrayBuilder(before).add(certificate(today.minusYears(1), today.plusDays(1)));
        certificates(l1, "l1", Json.createArrayBuilder(before)).expect(403);
        certificates(manager, "l1", Json.createArrayBuilder().add(certificate(today, today.minusDays(1)))).expect(422);
        certificates(manager.with("If-Match", seen), "l1", held).expect(200);
        certificates(manager.with("If-Match", seen), "l1", Json.createArrayBuilder(before)).expect(412);
        l1.get("/staff/l2/certifications").expect(404);
        assertThat(manager.get("/certifications/expiring").expect(200).text()).contains(CERTIFICATE, today.plusDays(1).toString());

        // Now l1 is proposed, with the reasons, and gets the ticket.
        assertThat(accounts(l1, number)).contains("l1");
        JsonObject proposal = l1.get("/tickets/" + number + "/assignees").expect(200).json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(person -> person.getString("account").equals("l1"))
                .findFirst()
                .orElseThrow();
        assertThat(proposal.getJsonArray("reasons").getValuesAs(JsonString.class))
                .extracting(JsonString::getString)
                .contains("Level 1", "Policy administration: Proficient")
                .anyMatch(reason -> reason.startsWith("Certified until ") && reason.endsWith(CERTIFICATE));
        try (BrowserContext visitor = browser.visitor(server, "en", ColorScheme.LIGHT)) {
            Page page = signedIn(visitor, "l1");
            List<String> complaints = Browser.complaints(page);
            page.navigate("/desk/ticket/ticket.xhtml?number=" + number);
            assertThat(page.content()).contains("Proposed, the best fit first", "Policy administration: Proficient");
            page.locator("details:has([id='stepASSIGN']) > summary").click();
            page.locator("[id='stepASSIGN:assignee']").selectOption("l1");
            page.locator("[id='stepASSIGN:do']").click();
            page.waitForLoadState();
            assertThat(page.content()).contains(number + " is assigned");
            assertThat(complaints).isEmpty();
        }
        assertThat(l1.get("/tickets/" + number).expect(200).json().getString("assignee")).isEqualTo("l1");
        server.api("demo-anna").get("/tickets/" + number + "/assignees").expect(403);

        // The person and the manager are told once.
        for (String recipient : List.of("l1@provider.example", "manager@provider.example")) {
            mail.await(message -> isFor(message, recipient), Duration.ofSeconds(90));
        }

        // After the last day in the contract's zone the ticket stays, flagged, and nothing more is given to l1.
        server.clock().moveTo(today.plusDays(2).atStartOfDay(CONTRACT).toInstant().minusSeconds(1));
        assertThat(l1.get("/tickets/" + number + "/assignees").expect(200).json().getJsonArray("missing")).isEmpty();
        server.clock().moveTo(today.plusDays(2).atStartOfDay(CONTRACT).toInstant());
        JsonObject after = l1.get("/tickets/" + number + "/assignees").expect(200).json();
        assertThat(after.getJsonArray("missing").getString(0)).isEqualTo(CERTIFICATE);
        assertThat(l1.get("/tickets/" + number).expect(200).json().getString("assignee")).isEqualTo("l1");
        assertThat(accounts(l1, number)).doesNotContain("l1");
        try (BrowserContext visitor = browser.visitor(server, "en", ColorScheme.LIGHT)) {
            Page page = signedIn(visitor, "l1");
            page.navigate("/desk/ticket/ticket.xhtml?number=" + number);
            assertThat(page.content()).contains("Lili Varga no longer holds what this contract demands: " + CERTIFICATE);
        }
        step(l1, number, "start", null).expect(409);
        step(manager, number, "assign", "l1").expect(422);
        assertThat(manager.get("/tickets/" + number + "/history").expect(200).text()).contains("TicketAssigned");
    }

    @Test
    void the_contact_sees_who_answers_for_the_work_and_history_stays(CountersignServer server, Browser browser) {
        running = server;
        Api manager = server.api("demo-manager");
        JsonObject team = manager.get("/contracts/DESK-B/team").expect(200).json();
        assertThat(team.getJsonArray("members")).hasSize(4);
        String seen = manager.get("/contracts/DESK-B/team").header("ETag").orElseThrow();
        JsonArrayBuilder members = Json.createArrayBuilder()
                .add(member("RESPONSIBLE_MANAGER", "manager", "+36 1 555 0199"))
                .add(member("BUSINESS_IMPACT", "quality", null))
                .add(member("SOLUTION_STRATEGY", "l3", "+31 20 555 0133"))
                .add(member("CONFIGURATION", "l1", null));
        JsonObject wanted = Json.createObjectBuilder().add("members", members).build();
        server.api("demo-l1").put("/contracts/DESK-B/team", wanted).expect(403);
        manager.with("If-Match", seen).put("/contracts/DESK-B/team", wanted).expect(200);
        manager.with("If-Match", seen).put("/contracts/DESK-B/team", wanted).expect(412);

        // Who was it before?
        LocalDate yesterday = LocalDate.ofInstant(server.clock().now(), CONTRACT).minusDays(1);
        assertThat(account(manager, yesterday, "CONFIGURATION")).isEqualTo("l2");
        assertThat(account(manager, yesterday.plusDays(1), "CONFIGURATION")).isEqualTo("l1");

        JsonObject own = server.api("demo-anna").get("/contracts/DESK-B/team").expect(200).json();
        assertThat(own.toString()).contains("Márton Fekete", "manager@provider.example", "+36 1 555 0199").doesNotContain("\"account\"");
        server.api("demo-bert").get("/contracts/DESK-B/team").expect(404);
        try (BrowserContext visitor = browser.visitor(server, "hu", ColorScheme.LIGHT)) {
            Page page = signedIn(visitor, "anna");
            List<String> complaints = Browser.complaints(page);
            page.navigate("/portal/team/team.xhtml");
            assertThat(page.content()).contains("Márton Fekete", "manager@provider.example", "+36 1 555 0199", "Lili Varga");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void the_manager_keeps_the_record_on_the_pages(CountersignServer server, Browser browser) {
        Api manager = server.api("demo-manager");
        manager.put("/skills/TYPING", Json.createObjectBuilder().add("name", "Typing").build());
        try (BrowserContext visitor = browser.visitor(server, "en", ColorScheme.DARK)) {
            Page page = signedIn(visitor, "manager");
            List<String> complaints = Browser.complaints(page);
            page.navigate("/desk/skills/person.xhtml?account=l2");
            page.locator("details:has([id='grade']) > summary").click();
            page.locator("[id='grade:skill']").selectOption("TYPING");
            page.locator("[id='grade:level']").selectOption("EXPERT");
            page.locator("[id='grade:do']").click();
            page.waitForLoadState();
            assertThat(manager.get("/staff/l2/skills").expect(200).text()).contains("\"code\":\"TYPING\",\"name\":\"Typing\",\"level\":\"EXPERT\"");
            page.locator("tr", new Page.LocatorOptions().setHasText("TYPING")).locator("input[type=submit]").click();
            page.waitForLoadState();
            assertThat(manager.get("/staff/l2/skills").expect(200).text()).doesNotContain("TYPING").contains("POSTGRESQL");

            page.locator("details:has([id='certify']) > summary").click();
            page.locator("[id='certify:name']").fill("Typist");
            page.locator("[id='certify:issuer']").fill("School");
            page.locator("[id='certify:validFrom']").fill("2026-01-31");
            page.locator("[id='certify:expiresOn']").fill("2026-01-01");
            page.locator("[id='certify:do']").click();
            page.waitForLoadState();
            assertThat(page.locator("#errors").textContent()).contains("expires on");
            assertThat(manager.get("/staff/l2/certifications").expect(200).text()).doesNotContain("Typist");

            page.navigate("/desk/contract/contract.xhtml?code=DESK-C");
            page.locator("details:has([id='teamForm']) > summary").click();
            page.locator("[id='teamForm:places:3:phone']").fill("+36 1 555 0177");
            page.locator("[id='teamForm:do']").click();
            page.waitForLoadState();
            assertThat(manager.get("/contracts/DESK-C/team").expect(200).text()).contains("+36 1 555 0177");
            assertThat(complaints).isEmpty();
        }
    }

    private static Page signedIn(BrowserContext visitor, String account) {
        Page page = visitor.newPage();
        page.navigate("/sign-in.xhtml");
        page.locator("input[type=text], input:not([type])").first().fill(account);
        page.locator("input[type=password]").fill(account);
        page.locator("input[type=password]").press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    private static String account(Api api, LocalDate day, String role) {
        return api.get("/contracts/DESK-B/team?at=" + day).expect(200).json().getJsonArray("members").stream()
                .map(JsonObject.class::cast)
                .filter(member -> member.getString("role").equals(role))
                .map(member -> member.getString("account"))
                .findFirst()
                .orElse(null);
    }

    private static JsonObjectBuilder member(String role, String account, String phone) {
        JsonObjectBuilder member = Json.createObjectBuilder().add("role", role).add("account", account);
        return phone == null ? member : member.add("phone", phone);
    }

    private static List<String> accounts(Api api, String number) {
        return api.get("/tickets/" + number + "/assignees").expect(200).json().getJsonArray("items").stream()
                .map(person -> ((JsonObject) person).getString("account"))
                .toList();
    }

    private static Api.Answer step(Api api, String number, String action, String assignee) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("action", action);
        if (assignee != null) {
            body.add("assignee", assignee);
        }
        return api.post("/tickets/" + number + "/transitions", body.build());
    }

    private static JsonObjectBuilder certificate(LocalDate validFrom, LocalDate expiresOn) {
        return Json.createObjectBuilder()
                .add("name", CERTIFICATE)
                .add("issuer", "Signature Vendor")
                .add("number", "SPE-2001")
                .add("validFrom", validFrom.toString())
                .add("expiresOn", expiresOn.toString());
    }

    private static Api.Answer certificates(Api api, String account, JsonArrayBuilder certificates) {
        return api.put(
                "/staff/" + account + "/certifications", Json.createObjectBuilder().add("certifications", certificates).build());
    }

    private static boolean isFor(jakarta.mail.internet.MimeMessage message, String recipient) {
        try {
            return message.getAllRecipients()[0].toString().contains(recipient) && message.getSubject().contains("Lili Varga");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ticket(CountersignServer server) {
        return server.api("demo-anna")
                .post(
                        "/tickets",
                        Json.createObjectBuilder()
                                .add("contract", "DESK-B")
                                .add("kind", "INCIDENT")
                                .add("summary", "Signatures are refused")
                                .add("description", "Since this morning.")
                                .add("impact", "MEDIUM")
                                .add("urgency", "MEDIUM")
                                .add("service", "Electronic signature")
                                .build())
                .expect(201)
                .json()
                .getString("number");
    }
}
