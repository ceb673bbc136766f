package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.Browser;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.Journey;
import org.countersign.journey.support.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the desk cannot solve goes to the vendor, who is chased until it is solved; only then is the ticket resolved (M11, M12). */
@Journey
class VendorCaseIT {

    private static final String VENDOR = "/vendors/ROUND-THE-CLOCK";

    private static final String MAILBOX = "support@vendor.example";

    private CountersignServer running;

    @AfterEach
    void back_to_the_present() {
        if (running != null) {
            running.clock().reset();
        }
    }

    @Test
    void a_silent_vendor_is_chased_once_and_the_ticket_waits_for_its_solution(CountersignServer server, MailServer mail) throws Exception {
        running = server;
        Api manager = server.api("demo-manager");
        Api l3 = server.api("demo-l3");
        Api anna = server.api("demo-anna");
        recordVendor(server);

        // A vendor is recorded as a whole, by those who may, and bad input is named.
        String seen = manager.get(VENDOR).expect(200).header("ETag").orElseThrow();
        l3.put(VENDOR, vendor("PT2H")).expect(403);
        JsonObject wrong = manager.put(VENDOR, vendor("PT20H")).expect(422).json();
        assertThat(wrong.getString("code")).isEqualTo("vendor-times-out-of-order");
        assertThat(wrong.getJsonArray("violations").getJsonObject(0).getString("field")).isEqualTo("contract.targets.P1.resolution");
        manager.put(VENDOR, Json.createObjectBuilder(vendor("PT2H")).add("colour", "red").build()).expect(400);
        manager.with("If-Match", "\"77\"").put(VENDOR, vendor("PT2H")).expect(412);
        assertThat(manager.get(VENDOR).header("ETag")).contains(seen);
        anna.get(VENDOR).expect(403);

        // A third-level agent opens a case, once, however often the request is sent.
        String ticket = ticket(server);
        l3.post("/tickets/" + ticket + "/transitions", action("start").build()).expect(200);
        JsonObject question = Json.createObjectBuilder()
                .add("vendor", "ROUND-THE-CLOCK")
                .add("subject", "Time stamps are an hour late")
                .add("description", "Since the change of the clocks.")
                .build();
        anna.post("/tickets/" + ticket + "/vendor-cases", question).expect(403);
        Api.Answer opened = l3.with("Idempotency-Key", "vendor-" + ticket).post("/tickets/" + ticket + "/vendor-cases", question).expect(201);
        String number = opened.json().getString("number");
        String path = "/vendor-cases/" + number;
        assertThat(opened.header("Location").orElseThrow()).endsWith("/api/v1" + path);
        assertThat(l3.with("Idempotency-Key", "vendor-" + ticket)
                        .post("/tickets/" + ticket + "/vendor-cases", question)
                        .expect(201)
                        .json()
                        .getString("number"))
                .isEqualTo(number);
        assertThat(items(l3, "/tickets/" + ticket + "/vendor-cases")).hasSize(1);

        // The vendor reads what it is asked in its language, and nothing of the ticket; what became of the mail stands beside the text.
        MimeMessage asked = mail.await(message -> isFor(message, MAILBOX, number), Duration.ofSeconds(60));
        assertThat(asked.getSubject()).isEqualTo("Melding " + number + ": Time stamps are an hour late");
        assertThat(asked.getContent().toString())
                .contains("Since the change of the clocks.", "Contract: UC-7", "Eerste antwoord uiterlijk: ")
                .doesNotContain(ticket, "Signatures bear");
        assertThat(asked.getHeader("Auto-Submitted")).containsExactly("no");
        String answerTo = ((InternetAddress) asked.getReplyTo()[0]).getAddress();
        assertThat(answerTo).contains("+t-" + number.toLowerCase(Locale.ROOT) + "-");
        assertThat(opened.json().getString("mailedTo")).isEqualTo(MAILBOX);
        assertThat(l3.get(path).expect(200).json().getString("delivery")).isIn("PENDING", "SENT");

        // The ticket is with the vendor: everybody sees since when, and nobody can resolve it.
        JsonObject gone = anna.get("/tickets/" + ticket).expect(200).json();
        assertThat(gone.getString("level")).isEqualTo("VENDOR");
        assertThat(gone.getString("withVendorSince")).isEqualTo(opened.json().getString("openedAt"));
        anna.get("/tickets/" + ticket + "/vendor-cases").expect(403);
        JsonObject refusal = l3.post("/tickets/" + ticket + "/transitions", action("resolve").add("text", "Done").build())
                .expect(409)
                .json();
        assertThat(refusal.getString("code")).isEqualTo("vendor-case-open");
        assertThat(refusal.getString("detail")).contains(number);

        // Nobody answers in the two hours of the underpinning contract: one reminder to each of the two.
        server.clock().advance(Duration.ofMinutes(119));
        assertThat(l3.get(path).expect(200).json().getInt("chasers")).isZero();
        server.clock().advance(Duration.ofMinutes(2));
        MimeMessage reminder = mail.await(
                message -> isFor(message, MAILBOX, number) && isFor(message, MAILBOX, "Herinnering"), Duration.ofSeconds(60));
        assertThat(reminder.getHeader("In-Reply-To")).containsExactly(asked.getMessageID());
        assertThat(reminder.getContent().toString()).doesNotContain(ticket);
        mail.await(message -> isFor(message, "l3@provider.example", ticket) && isFor(message, "l3@provider.example", number), Duration.ofSeconds(60));
        Thread.sleep(Duration.ofSeconds(11).toMillis());
        JsonObject chased = l3.get(path).expect(200).json();
        assertThat(chased.getInt("chasers")).isEqualTo(1);
        assertThat(chased.getJsonArray("breached").toString()).contains("RESPONSE");
        assertThat(chased.getJsonArray("correspondence").getJsonObject(0).getString("mailedTo")).isEqualTo(MAILBOX);
        assertThat(mail.received().stream().filter(message -> isFor(message, MAILBOX, number))).as("the question, and one reminder").hasSize(2);

        // The vendor's reference comes later, then its answer; the correspondence goes on until it is solved.
        String tag = l3.get(path).header("ETag").orElseThrow();
        l3.with("If-Match", tag).patch(path, Json.createObjectBuilder().add("reference", "0041-7733").build()).expect(200);
        l3.with("If-Match", tag).patch(path, Json.createObjectBuilder().add("reference", "0041-7734").build()).expect(412);
        Api gateway = server.api("demo-admin");
        byte[] reply = reply(answerTo, asked, "Which version?");
        JsonObject received = gateway.post("/intake/mail", "message/rfc822", reply).expect(200).json();
        assertThat(received.getString("outcome")).isEqualTo("MESSAGE_APPENDED");
        assertThat(received.getString("reason")).isEqualTo("vendor-answered");
        assertThat(received.getString("ticket")).isEqualTo(ticket);
        assertThat(gateway.post("/intake/mail", "message/rfc822", reply).expect(200).json().getString("outcome")).isEqualTo("DUPLICATE");
        mail.await(message -> isFor(message, "l3@provider.example", "has answered: " + number), Duration.ofSeconds(60));
        JsonArray said = l3.get(path).expect(200).json().getJsonArray("correspondence");
        assertThat(said.getJsonObject(said.size() - 1).getString("text")).isEqualTo("Which version?");
        assertThat(said.getJsonObject(said.size() - 1).getString("mailedFrom")).isEqualTo(MAILBOX);
        assertThat(anna.get("/tickets/" + ticket + "/messages").expect(200).text()).doesNotContain("Which version?");
        JsonObject ours = l3.get(path).expect(200).json();
        assertThat(ours.getString("state")).isEqualTo("ANSWERED");
        assertThat(ours.isNull("chaseAt")).isTrue();
        assertThat(ours.isNull("resolutionDue")).isTrue();
        step(l3, path, "tell", "7.3.1");
        mail.await(message -> isFor(message, MAILBOX, "Melding " + number) && contains(message, "7.3.1"), Duration.ofSeconds(60));
        assertThat(items(l3, "/vendor-cases?vendor=ROUND-THE-CLOCK&state=OPEN&limit=500").getValuesAs(JsonObject.class))
                .anySatisfy(row -> assertThat(row.getString("number")).isEqualTo(number));
        l3.get("/vendor-cases?state=LOST").expect(422);
        l3.post(path + "/transitions", action("forget").build()).expect(422);
        step(l3, path, "answer", "Update 7.3.2 is out.");
        l3.post("/tickets/" + ticket + "/transitions", action("resolve").add("text", "Done").build()).expect(409);
        JsonObject solved = step(l3, path, "solve", "Update 7.3.2 is installed.");
        assertThat(solved.getString("state")).isEqualTo("SOLVED");
        assertThat(solved.getJsonArray("legalActions")).isEmpty();
        assertThat(l3.post(path + "/transitions", action("tell").add("text", "Thank you").build()).expect(409).json().getString("code"))
                .isEqualTo("vendor-case-ended");

        // Now the ticket is resolved, and the customer accepts.
        JsonObject resolved = l3.post("/tickets/" + ticket + "/transitions", action("resolve").add("text", "Updated.").build())
                .expect(200)
                .json();
        assertThat(resolved.isNull("withVendorSince")).isTrue();
        String version = anna.get("/tickets/" + ticket).expect(200).header("ETag").orElseThrow();
        anna.with("If-Match", version).post("/tickets/" + ticket + "/transitions", action("accept").build()).expect(200);
        assertThat(l3.get("/tickets/" + ticket).expect(200).json().getString("state")).isEqualTo("CLOSED");

        // All of it stands in the history; the customer reads that the vendor was asked, and nothing that was said.
        List<String> history = actions(l3, ticket);
        assertThat(history)
                .contains("VendorCaseOpened", "VendorChased", "VendorReferenceRecorded", "VendorAnswered", "VendorTold", "VendorCaseSolved");
        assertThat(history.stream().filter("VendorChased"::equals)).hasSize(1);
        assertThat(actions(anna, ticket)).contains("TicketEscalated").noneMatch(action -> action.startsWith("Vendor"));
        assertThat(anna.get("/tickets/" + ticket + "/history").expect(200).text()).doesNotContain("Time stamps are", "7.3.2", "ROUND-THE");
    }

    @Test
    void a_report_that_its_customer_takes_back_is_no_longer_asked_about(CountersignServer server, MailServer mail) throws Exception {
        running = server;
        Api l3 = server.api("demo-l3");
        recordVendor(server);
        String ticket = ticket(server);
        l3.post("/tickets/" + ticket + "/transitions", action("start").build()).expect(200);
        JsonObject question = Json.createObjectBuilder()
                .add("vendor", "ROUND-THE-CLOCK")
                .add("subject", "Time stamps again")
                .add("description", "An hour late.")
                .build();
        String number = l3.post("/tickets/" + ticket + "/vendor-cases", question).expect(201).json().getString("number");

        server.api("demo-anna")
                .post("/tickets/" + ticket + "/transitions", action("withdraw").add("reason", "It was our own clock").build())
                .expect(200);

        JsonObject ended = l3.get("/vendor-cases/" + number).expect(200).json();
        assertThat(ended.getString("state")).isEqualTo("WITHDRAWN");
        assertThat(ended.getString("endedWith")).isEqualTo("WITHDRAWN");
        assertThat(ended.getString("ending")).isEqualTo("It was our own clock");
        assertThat(ended.getString("endingMailedTo")).isEqualTo(MAILBOX);
        MimeMessage told = mail.await(message -> isFor(message, MAILBOX, "Ingetrokken: " + number), Duration.ofSeconds(60));
        assertThat(told.getContent().toString()).doesNotContain(ticket, "our own clock");
        MimeMessage owner = mail.await(message -> isFor(message, "l3@provider.example", "taken back with its ticket: " + number), Duration.ofSeconds(60));
        assertThat(owner.getContent().toString()).contains("It was our own clock", MAILBOX);
        assertThat(actions(server.api("demo-anna"), ticket)).contains("TicketWithdrawn").noneMatch(action -> action.startsWith("Vendor"));
        assertThat(actions(l3, ticket)).contains("VendorCaseWithdrawn");
    }

    @Test
    void a_case_is_opened_answered_and_solved_on_the_ticket_s_page(CountersignServer server, Browser browser, MailServer mail)
            throws Exception {
        recordVendor(server);
        String ticket = ticket(server);
        server.api("demo-l3").post("/tickets/" + ticket + "/transitions", action("start").build()).expect(200);
        try (BrowserContext visitor = browser.visitor(server)) {
            Page page = visitor.newPage();
            List<String> complaints = Browser.complaints(page);
            signIn(page, "l3");
            page.navigate("/desk/ticket/ticket.xhtml?number=" + ticket);
            Locator opening = page.locator("form[id='vendorOpening']");
            unfold(page, opening);
            opening.locator("select").selectOption("ROUND-THE-CLOCK");
            opening.locator("textarea").fill("It is an hour late.");
            opening.locator("[id='vendorOpening:do']").click();
            page.waitForURL(url -> url.contains("case=VC-"));
            assertThat(page.textContent("section[aria-labelledby='vendor-title']")).contains("It is an hour late.", "With the vendor", "mailed to " + MAILBOX);

            say(page, "vendorANSWER", "Update 7.3.2 is out.");
            assertThat(page.textContent("section[aria-labelledby='vendor-title']")).contains("Update 7.3.2 is out.", "Answered");
            Locator amending = page.locator("form[id='vendorAMEND']");
            unfold(page, amending);
            amending.locator("input[id='vendorAMEND:reference']").fill("0041-7733");
            amending.locator("[id='vendorAMEND:do']").click();
            page.waitForLoadState();
            assertThat(page.textContent("section[aria-labelledby='vendor-title']")).contains("0041-7733");
            page.navigate("/desk/vendor/cases.xhtml?vendor=ROUND-THE-CLOCK&mine=yes");
            assertThat(page.textContent("main")).contains(ticket, "0041-7733");
            page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, new Page.GetByRoleOptions().setName("VC-")).last().click();
            page.waitForURL(url -> url.contains("case=VC-"));

            // A file in the vendor's mail is a click away from the case, as the message itself is, and no customer's.
            String number = page.url().replaceAll(".*case=(VC-[0-9]+).*", "$1");
            MimeMessage asked = mail.await(message -> isFor(message, MAILBOX, number), Duration.ofSeconds(60));
            String answerTo = ((InternetAddress) asked.getReplyTo()[0]).getAddress();
            server.api("demo-admin").post("/intake/mail", "message/rfc822", replyWithFile(answerTo, asked)).expect(200);
            page.reload();
            page.locator(".entries a[href*='/desk/intake/message.xhtml']").click();
            page.waitForURL(url -> url.contains("/desk/intake/message.xhtml"));
            Locator file = page.locator("a[href*='/files/message/']", new Page.LocatorOptions().setHasText("hotfix.txt"));
            Download download = page.waitForDownload(file::click);
            assertThat(download.suggestedFilename()).isEqualTo("hotfix.txt");
            assertThat(Files.readString(download.path())).isEqualTo("set clock = summer");
            String address = file.getAttribute("href");
            // In a page of its own: what is refused is a complaint of the browser.
            Page aside = visitor.newPage();
            aside.navigate("/account/account.xhtml");
            assertThat(status(aside, address + "7")).isEqualTo(404);
            String message = address.substring(0, address.lastIndexOf('/'));
            assertThat(status(aside, message)).as("what proves who answers is not for agents").isEqualTo(403);
            for (String stranger : List.of("anna", "quality")) {
                try (BrowserContext guest = browser.visitor(server)) {
                    Page other = guest.newPage();
                    signIn(other, stranger);
                    assertThat(status(other, address)).as(stranger).isEqualTo(403);
                }
            }
            try (BrowserContext guest = browser.visitor(server)) {
                Page other = guest.newPage();
                signIn(other, "admin");
                assertThat(other.evaluate("url => fetch(url).then(answer => answer.text())", message).toString()).contains("Subject: Re: " + asked.getSubject());
            }
            page.navigate("/desk/ticket/ticket.xhtml?number=" + ticket);
            say(page, "vendorSOLVE", "The update is installed.");
            assertThat(page.textContent("section[aria-labelledby='vendor-title']")).contains("The update is installed.", "Solved");
            assertThat(complaints).isEmpty();
        }
        try (BrowserContext visitor = browser.visitor(server)) {
            Page page = visitor.newPage();
            List<String> complaints = Browser.complaints(page);
            signIn(page, "manager");
            page.navigate("/admin/vendor.xhtml?code=ROUND-THE-CLOCK");
            assertThat(page.inputValue("[id='vendorForm:P1response']")).isEqualTo("2:00");
            page.fill("[id='vendorForm:P1response']", "12:00");
            page.click("[id='vendorForm:do']");
            page.waitForLoadState();
            assertThat(page.textContent("[id='vendorForm:P1resolution_error']")).contains("before the answer");
            page.fill("[id='vendorForm:P1response']", "1:30");
            page.fill("[id='vendorForm:phone']", "+31 20 555 0171");
            page.click("[id='vendorForm:do']");
            page.waitForLoadState();
            assertThat(page.inputValue("[id='vendorForm:P1response']")).isEqualTo("1:30");
            assertThat(complaints).isEmpty();
        }
        JsonObject saved = server.api("demo-manager").get(VENDOR).expect(200).json();
        assertThat(saved.getString("phone")).isEqualTo("+31 20 555 0171");
        assertThat(saved.getJsonObject("contract").getJsonObject("targets").getJsonObject("P1").getString("response")).isEqualTo("PT1H30M");
    }

    private static void unfold(Page page, Locator form) {
        form.locator("xpath=ancestor::details[1]").evaluate("details => details.open = true");
    }

    private static void say(Page page, String form, String text) {
        Locator steps = page.locator("form[id='" + form + "']");
        unfold(page, steps);
        steps.locator("textarea").fill(text);
        steps.locator("[id='" + form + ":do']").click();
        page.waitForURL(url -> url.contains("case=VC-"));
        page.waitForLoadState();
    }

    private static void signIn(Page page, String account) {
        page.navigate("/sign-in.xhtml");
        page.locator("input[type=text], input:not([type])").first().fill(account);
        page.locator("input[type=password]").fill(account);
        page.locator("input[type=password]").press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    private static void recordVendor(CountersignServer server) {
        JsonArray day = Json.createArrayBuilder().add(Json.createArrayBuilder().add("00:00").add("24:00")).build();
        JsonObjectBuilder hours = Json.createObjectBuilder();
        for (java.time.DayOfWeek each : java.time.DayOfWeek.values()) {
            hours.add(each.name(), day);
        }
        Api admin = server.api("demo-admin");
        admin.put("/calendars/ALWAYS", Json.createObjectBuilder().add("zone", "UTC").add("hours", hours).build()).expect(200);
        int status = admin.put(VENDOR, vendor("PT2H")).status();
        assertThat(status).isIn(200, 201);
    }

    /** Eight hours to the solution. */
    private static JsonObject vendor(String response) {
        JsonObjectBuilder targets = Json.createObjectBuilder();
        for (int i = 1; i <= 5; i++) {
            targets.add("P" + i, Json.createObjectBuilder().add("response", response).add("resolution", "PT8H"));
        }
        return Json.createObjectBuilder()
                .add("name", "Round the clock Inc.")
                .add("email", MAILBOX)
                .add("language", "nl")
                .add(
                        "contract",
                        Json.createObjectBuilder()
                                .add("reference", "UC-7")
                                .add("calendar", "ALWAYS")
                                .add("chaseEvery", "PT4H")
                                .add("targets", targets))
                .build();
    }

    private static JsonObject step(Api caller, String path, String action, String text) {
        return caller.post(path + "/transitions", action(action).add("text", text).build()).expect(200).json();
    }

    private static JsonObjectBuilder action(String action) {
        return Json.createObjectBuilder().add("action", action);
    }

    private static JsonArray items(Api caller, String path) {
        return caller.get(path).expect(200).json().getJsonArray("items");
    }

    private static List<String> actions(Api caller, String ticket) {
        return items(caller, "/tickets/" + ticket + "/history?limit=500").getValuesAs(JsonObject.class).stream()
                .map(entry -> ((JsonString) entry.get("action")).getString())
                .toList();
    }

    /** As the vendor's mail program writes it. */
    private static byte[] reply(String to, MimeMessage answered, String text) throws MessagingException {
        return ("Message-ID: <" + UUID.randomUUID() + "@vendor.example>\r\nFrom: Support <" + MAILBOX + ">\r\nTo: " + to + "\r\nIn-Reply-To: "
                        + answered.getMessageID() + "\r\nSubject: Re: " + answered.getSubject() + "\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int status(Page page, String address) {
        return ((Number) page.evaluate("url => fetch(url).then(answer => answer.status)", address)).intValue();
    }

    private static byte[] replyWithFile(String to, MimeMessage answered) throws MessagingException {
        return ("Message-ID: <" + UUID.randomUUID() + "@vendor.example>\r\nFrom: Support <" + MAILBOX + ">\r\nTo: " + to + "\r\nIn-Reply-To: "
                        + answered.getMessageID() + "\r\nSubject: Re: " + answered.getSubject()
                        + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nTry this.\r\n--b\r\n"
                        + "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"../hotfix.txt\"\r\n\r\nset clock = summer\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean contains(MimeMessage message, String text) {
        try {
            return message.getContent().toString().contains(text);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isFor(MimeMessage message, String recipient, String named) {
        try {
            return message.getAllRecipients()[0].toString().contains(recipient) && message.getSubject().contains(named);
        } catch (MessagingException e) {
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
                                .add("summary", "Signatures bear a wrong time")
                                .add("description", "One hour off.")
                                .add("impact", "MEDIUM")
                                .add("urgency", "MEDIUM")
                                .build())
                .expect(201)
                .json()
                .getString("number");
    }
}
