package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.Journey;
import org.countersign.journey.support.MailServer;
import org.junit.jupiter.api.Test;

/** From an email to a signature: nothing closes that the customer did not accept (M38, M60, M64, M65, M95). */
@Journey
class SignedClosureIT {

    @Test
    void a_mail_becomes_a_ticket_that_only_the_customers_acceptance_closes(CountersignServer server, MailServer mail) {
        Api gateway = server.api("demo-admin");
        Api l1 = server.api("demo-l1");
        Api l2 = server.api("demo-l2");
        Api anna = server.api("demo-anna");

        String token = UUID.randomUUID().toString();
        JsonObject received = gateway.post(
                        "/intake/mail",
                        "message/rfc822",
                        message("anna@customer-b.example", "support@desk-b.example", "Nyomtató hiba " + token, "A nyomtató nem működik."))
                .expect(200)
                .json();
        assertThat(received.getString("outcome")).isEqualTo("TICKET_CREATED");
        String number = received.getString("ticket");

        JsonObject ticket = l1.get("/tickets/" + number).expect(200).json();
        assertThat(ticket.getString("state")).isEqualTo("NEW");
        assertThat(ticket.getString("priority")).isEqualTo("P3");
        assertThat(ticket.getString("queue")).isEqualTo("DESK-B/L1");
        assertThat(ticket.getString("channel")).isEqualTo("EMAIL");
        assertThat(Instant.parse(ticket.getString("responseDue"))).isBefore(Instant.parse(ticket.getString("resolutionDue")));
        mail.await(message -> subjectOf(message).contains(number) && to(message, "anna@customer-b.example"), Duration.ofSeconds(30));

        step(l1, number, action("start")).expect(200);
        l1.post("/tickets/" + number + "/messages", object().add("text", "Melyik nyomtató? " + token).add("visibility", "PUBLIC").build())
                .expect(201);
        mail.await(
                message -> to(message, "anna@customer-b.example") && bodyOf(message).contains("Melyik nyomtató? " + token),
                Duration.ofSeconds(30));
        l1.post("/tickets/" + number + "/messages", object().add("text", "secret " + token).add("visibility", "INTERNAL").build())
                .expect(201);

        Instant now = Instant.now().minusSeconds(7200);
        l1.post("/tickets/" + number + "/work", work(now, 15, "ANALYSIS").build()).expect(201);
        long visit = l1.post(
                        "/tickets/" + number + "/visits",
                        object().add("plannedAt", Instant.now().plusSeconds(3600).toString()).add("purpose", "Nyomtató csere").build())
                .expect(201)
                .json()
                .getJsonNumber("id")
                .longValue();
        l1.post(
                        "/tickets/" + number + "/work",
                        work(now.plusSeconds(1800), 10, "IMPLEMENTATION").add("travelMinutes", 30).add("onSiteVisit", visit).build())
                .expect(422);
        anna.post("/visits/" + visit + "/approve", object().build()).expect(204);
        l1.post(
                        "/tickets/" + number + "/work",
                        work(now.plusSeconds(1800), 10, "IMPLEMENTATION").add("travelMinutes", 30).add("onSiteVisit", visit).build())
                .expect(201);

        step(l1, number, object().add("action", "escalate").add("level", "L2").add("reason", "Meghajtó").build()).expect(200);
        step(l2, number, object().add("action", "resolve").add("text", "Új meghajtó " + token).build()).expect(200);

        // Going around the screens: nobody else can accept, and nobody can accept blindly.
        JsonObject accept = action("accept");
        step(anna, number, accept).expect(428);
        step(l2.with("If-Match", "\"1\""), number, accept).expect(403);
        step(server.api("demo-bert").with("If-Match", "\"1\""), number, accept).expect(404);
        step(anna.with("If-Match", "\"1\""), number, accept).expect(412);

        String tag = anna.get("/tickets/" + number).expect(200).header("ETag").orElseThrow();
        step(anna.with("If-Match", tag), number, object().add("action", "reject").build()).expect(422);
        JsonObject rejected = step(
                        anna.with("If-Match", tag), number, object().add("action", "reject").add("reason", "Még mindig nem megy").build())
                .expect(200)
                .json();
        assertThat(rejected.getString("state")).isEqualTo("IN_PROGRESS");
        assertThat(rejected.isNull("resolutionDue")).isFalse();

        step(l2, number, object().add("action", "resolve").add("text", "Kicseréltük").build()).expect(200);
        JsonObject waiting = anna.get("/tickets/" + number).expect(200).json();
        assertThat(waiting.getString("state")).isEqualTo("RESOLVED");
        assertThat(waiting.isNull("resolutionDue")).isTrue();
        JsonObject clock = anna.get("/tickets/" + number + "/clock").expect(200).json();
        assertThat(clock.getJsonArray("targets").getJsonObject(1).getString("haltedBecause")).isEqualTo("AWAITING_ACCEPTANCE");

        String second = anna.get("/tickets/" + number).expect(200).header("ETag").orElseThrow();
        JsonObject closed = step(anna.with("If-Match", second), number, action("accept")).expect(200).json();
        assertThat(closed.getString("state")).isEqualTo("CLOSED");
        assertThat(closed.getJsonObject("acceptance").getString("acceptedBy")).contains("Anna");
        step(l2, number, object().add("action", "resolve").add("text", "again").build()).expect(409);

        // The customer never sees what was internal (F8).
        assertThat(anna.get("/tickets/" + number + "/messages").expect(200).text()).doesNotContain("secret " + token);
        assertThat(anna.get("/tickets/" + number + "/history").expect(200).text()).doesNotContain("secret " + token);
        assertThat(mail.received()).noneMatch(message -> bodyOf(message).contains("secret " + token));
    }

    /** M38, F29: the poller's way in; the same message through the gateway afterwards is known. */
    @Test
    void a_mail_in_the_mailbox_becomes_a_ticket_once(CountersignServer server, MailServer mail) throws Exception {
        String token = UUID.randomUUID().toString();
        byte[] raw = message("anna@customer-b.example", "support@desk-b.example", "Számla hiba " + token, "Az összeg nem jó: őű.");
        deliver(server, raw, "support@desk-b.example");

        MimeMessage acknowledgement = mail.await(
                message -> to(message, "anna@customer-b.example") && subjectOf(message).contains(token), Duration.ofSeconds(60));
        JsonObject ticket = server.api("demo-anna").get("/tickets?q=" + token).expect(200).json().getJsonArray("items").getJsonObject(0);
        String number = ticket.getString("number");
        assertThat(subjectOf(acknowledgement)).contains(number);
        assertThat(server.api("demo-l1").get("/tickets/" + number).expect(200).json().getString("description")).contains("Az összeg nem jó: őű.");

        JsonObject again = server.api("demo-admin").post("/intake/mail", "message/rfc822", raw).expect(200).json();
        assertThat(again.getString("outcome")).isEqualTo("DUPLICATE");
        assertThat(server.api("demo-anna").get("/tickets?q=" + token).expect(200).json().getJsonArray("items")).hasSize(1);
    }

    @Test
    void a_report_of_somebody_who_is_no_fixed_contact_waits_for_one(CountersignServer server) {
        Api carla = server.api("demo-carla");
        JsonObject held = carla.post("/tickets", report("DESK-C").build()).expect(201).json();
        String number = held.getString("number");
        assertThat(held.getString("state")).isEqualTo("HELD");
        assertThat(held.isNull("responseDue")).isTrue();

        step(carla, number, action("release")).expect(403);
        step(server.api("demo-l1"), number, action("release")).expect(403);
        JsonObject released = step(server.api("demo-bert"), number, action("release")).expect(200).json();
        assertThat(released.getString("state")).isEqualTo("NEW");
        assertThat(released.isNull("responseDue")).isFalse();
    }

    @Test
    void carla_may_reject_her_own_report_but_not_accept_it(CountersignServer server) {
        Api carla = server.api("demo-carla");
        Api l1 = server.api("demo-l1");
        String number = carla.post("/tickets", report("DESK-C").build()).expect(201).json().getString("number");
        step(server.api("demo-bert"), number, action("release")).expect(200);
        step(l1, number, action("start")).expect(200);
        step(l1, number, object().add("action", "resolve").add("text", "Klaar").build()).expect(200);

        String tag = carla.get("/tickets/" + number).header("ETag").orElseThrow();
        JsonObject refusal = step(carla.with("If-Match", tag), number, action("accept")).expect(403).json();
        assertThat(refusal.getString("code")).isEqualTo("acceptance-not-authorised");
        step(carla.with("If-Match", tag), number, object().add("action", "reject").add("reason", "Nee").build()).expect(200);
    }

    @Test
    void another_organisations_ticket_answers_like_none_at_all(CountersignServer server) {
        String number = server.api("demo-anna").post("/tickets", report("DESK-B").build()).expect(201).json().getString("number");
        Api bert = server.api("demo-bert");
        JsonObject hidden = bert.get("/tickets/" + number).expect(404).json();
        JsonObject none = bert.get("/tickets/CS-999999999").expect(404).json();
        assertThat(hidden.getString("code")).isEqualTo(none.getString("code"));
        assertThat(hidden.getString("detail").replace(number, "")).isEqualTo(none.getString("detail").replace("CS-999999999", ""));
        bert.post("/tickets/" + number + "/messages", object().add("text", "x").add("visibility", "PUBLIC").build()).expect(404);
        bert.get("/tickets/" + number + "/clock").expect(404);
        bert.get("/tickets/" + number + "/history").expect(404);
        bert.get("/tickets/" + number + "/work").expect(404);
        assertThat(bert.get("/tickets?q=" + number).expect(200).json().getJsonArray("items")).isEmpty();

        String trail = server.api("demo-quality").get("/audit/entries?actor=bert&action=Refused").expect(200).text();
        assertThat(trail).as("what bert was refused is on record").contains("not-found").contains(number);
    }

    /** M67. */
    @Test
    void what_is_documented_stays_with_the_ticket_and_leaves_as_a_file_whatever_it_claims_to_be(CountersignServer server) {
        Api l1 = server.api("demo-l1");
        Api anna = server.api("demo-anna");
        String files = "/tickets/" + anna.post("/tickets", report("DESK-B").build()).expect(201).json().getString("number") + "/attachments";
        String type = "multipart/form-data; boundary=b";
        long id = l1.post(files, type, part("; filename=\"steps.html\"", "<b>Restart, then sign in.</b>"))
                .expect(201)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonNumber("id")
                .longValue();

        JsonObject kept = anna.get(files).expect(200).json().getJsonArray("items").getJsonObject(0);
        assertThat(kept.getString("name")).isEqualTo("steps.html");
        assertThat(kept.getInt("sizeBytes")).isEqualTo("<b>Restart, then sign in.</b>".length());
        Api.Answer file = anna.get(files + "/" + id).expect(200);
        assertThat(file.text()).isEqualTo("<b>Restart, then sign in.</b>");
        assertThat(file.header("Content-Type").orElseThrow()).startsWith("application/octet-stream");
        assertThat(file.header("Content-Disposition").orElseThrow()).startsWith("attachment");

        Api bert = server.api("demo-bert");
        bert.get(files).expect(404);
        bert.get(files + "/" + id).expect(404);
        bert.post(files, type, part("; filename=\"mine.txt\"", "Mine")).expect(404);
        JsonObject none = l1.post(files, type, part("", "No file")).expect(422).json();
        assertThat(none.getJsonArray("violations").getJsonObject(0).getString("field")).isEqualTo("file");
        l1.post(files, type, part("; filename=\"empty.txt\"", "")).expect(422);
        assertThat(anna.get(files).expect(200).json().getJsonArray("items")).hasSize(1);
    }

    private static byte[] part(String name, String content) {
        return ("--b\r\nContent-Disposition: form-data; name=\"file\"" + name + "\r\nContent-Type: text/html\r\n\r\n" + content + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_unknown_property_is_refused_by_name_and_changes_nothing(CountersignServer server) {
        JsonObject refusal = server.api("demo-anna")
                .post("/tickets", report("DESK-B").add("state", "CLOSED").add("organisation", "CUSTOMER-C").build())
                .expect(400)
                .json();
        assertThat(refusal.getJsonArray("violations").getValuesAs(JsonObject.class))
                .extracting(violation -> violation.getString("field"))
                .containsExactlyInAnyOrder("state", "organisation");
    }

    @Test
    void a_form_with_errors_names_the_field(CountersignServer server) {
        JsonObject refusal = server.api("demo-anna")
                .post("/tickets", object().add("contract", "DESK-B").add("kind", "INCIDENT").build())
                .expect(422)
                .json();
        assertThat(refusal.getJsonArray("violations")).isNotEmpty();
        JsonObject wrong = server.api("demo-anna").post("/tickets", report("DESK-B").add("impact", "ENORMOUS").build()).expect(400).json();
        assertThat(wrong.getString("detail")).contains("HIGH, MEDIUM, LOW");
        server.api("demo-anna").post("/tickets", "application/json", "{\"contract\":".getBytes(StandardCharsets.UTF_8)).expect(400);
        server.api("demo-anna").get("/tickets?limit=0").expect(422);
        server.api("demo-anna").get("/tickets?sort=summary").expect(422);
        server.api("demo-anna").get("/tickets?after=nonsense").expect(422);
        Api.Answer anonymous = server.api(null).get("/tickets").expect(401);
        assertThat(anonymous.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(anonymous.json().getString("code")).isEqualTo("unauthorized");
        server.api("demo-nobody").get("/tickets").expect(401);
    }

    @Test
    void fifty_tickets_at_once_get_fifty_numbers(CountersignServer server) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> calls = IntStream.range(0, 50)
                    .<Callable<String>>mapToObj(i -> () ->
                            server.api("demo-anna").post("/tickets", report("DESK-B").build()).expect(201).json().getString("number"))
                    .toList();
            List<String> numbers = callers.invokeAll(calls).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(numbers).hasSize(50).doesNotHaveDuplicates();
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void the_same_request_with_the_same_key_is_done_once(CountersignServer server) {
        Api anna = server.api("demo-anna").with("Idempotency-Key", UUID.randomUUID().toString());
        JsonObject body = report("DESK-B").build();
        String first = anna.post("/tickets", body).expect(201).json().getString("number");
        var again = anna.post("/tickets", body).expect(201);
        assertThat(again.json().getString("number")).isEqualTo(first);
        assertThat(again.header("Location").orElseThrow()).endsWith(first);
        anna.post("/tickets", report("DESK-B").add("service", "other").build()).expect(422);
    }

    @Test
    void accept_and_reject_at_the_same_moment_leave_one_winner(CountersignServer server) throws Exception {
        Api anna = server.api("demo-anna");
        Api l1 = server.api("demo-l1");
        String number = anna.post("/tickets", report("DESK-B").build()).expect(201).json().getString("number");
        step(l1, number, object().add("action", "resolve").add("text", "Done").build()).expect(200);
        Api seen = anna.with("If-Match", anna.get("/tickets/" + number).header("ETag").orElseThrow());
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> calls = List.of(
                    () -> step(seen, number, action("accept")).status(),
                    () -> step(seen, number, object().add("action", "reject").add("reason", "No").build()).status());
            List<Integer> statuses = callers.invokeAll(calls).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(statuses).containsOnlyOnce(200);
            assertThat(statuses).filteredOn(status -> status != 200).allMatch(status -> status == 412 || status == 409);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void the_audit_chains_verify(CountersignServer server) throws InterruptedException {
        JsonObject verdict = null;
        for (int attempt = 0; attempt < 30; attempt++) {
            verdict = server.api("demo-quality").get("/audit/verification").expect(200).json();
            if (verdict.getInt("unsealed") == 0) {
                break;
            }
            Thread.sleep(500);
        }
        assertThat(verdict.getBoolean("intact")).as(verdict.toString()).isTrue();
        assertThat(verdict.getInt("entries")).isPositive();
        server.api("demo-anna").get("/audit/verification").expect(403);
    }

    private static byte[] message(String from, String to, String subject, String text) {
        String encoded = java.util.Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8));
        return ("Authentication-Results: mx.desk-b.example; dmarc=pass header.from=" + from.substring(from.indexOf('@') + 1) + "\r\n"
                        + "From: " + from + "\r\nTo: " + to + "\r\nSubject: =?UTF-8?B?" + encoded + "?=\r\n"
                        + "Message-ID: <" + UUID.randomUUID() + "@customer.example>\r\n"
                        + "Date: Mon, 16 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\n\r\n" + text + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** By SMTP, as it is, to the server whose mailboxes the application reads. */
    private static void deliver(CountersignServer server, byte[] raw, String address) throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(server.mailboxPort()));
        Session session = Session.getInstance(settings);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(raw)), new Address[] {new InternetAddress(address)});
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

    private static JsonObjectBuilder work(Instant start, int minutes, String activity) {
        return object().add("start", start.toString()).add("minutes", minutes).add("activity", activity).add("note", "done");
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

    private static boolean to(MimeMessage message, String address) {
        try {
            return message.getAllRecipients() != null && message.getAllRecipients()[0].toString().contains(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subjectOf(MimeMessage message) {
        try {
            return String.valueOf(message.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bodyOf(MimeMessage message) {
        try {
            return String.valueOf(message.getContent());
        } catch (MessagingException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
