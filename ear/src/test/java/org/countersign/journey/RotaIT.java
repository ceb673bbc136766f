package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.Journey;
import org.countersign.journey.support.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is on duty: a plan is published, a gap refused, two people swap, a note is handed over, and a call reaches the backup (M53, M54). */
@Journey
class RotaIT {

    private static final String ROTA = "/rotas/AROUND-THE-CLOCK";

    private CountersignServer running;

    @AfterEach
    void back_to_the_present() {
        if (running != null) {
            running.clock().reset();
        }
    }

    @Test
    void the_people_on_duty_are_planned_swapped_called_and_relieved(CountersignServer server, MailServer mail) throws Exception {
        running = server;
        Api manager = server.api("demo-manager");
        Api l1 = server.api("demo-l1");
        Api l2 = server.api("demo-l2");
        Api l3 = server.api("demo-l3");
        Instant now = server.clock().now().truncatedTo(ChronoUnit.HOURS);
        Instant t0 = now.plus(Duration.ofHours(2));

        // There is always somebody, and customers are not told who.
        JsonObject duty = l1.get("/on-duty?contract=DESK-B").expect(200).json();
        assertThat(duty.getJsonObject("responsible").getString("account")).isNotEqualTo(duty.getJsonObject("backup").getString("account"));
        server.api("demo-anna").get("/on-duty?contract=DESK-B").expect(403);
        l1.get("/on-duty?contract=NO-SUCH").expect(404);
        l1.get("/on-duty").expect(422);

        // A gap is refused with its place named, and changes nothing.
        String seen = manager.get(ROTA).expect(200).header("ETag").orElseThrow();
        l1.put(ROTA, plan(t0, shift(t0, 0, 8, "l1", "l2"), shift(t0, 8, 1344, "l2", "l3"))).expect(403);
        JsonObject refusal = manager.put(ROTA, plan(t0, shift(t0, 0, 8, "l1", "l2"), shift(t0, 9, 1344, "l2", "l3"))).expect(422).json();
        assertThat(refusal.getString("code")).isEqualTo("rota-gap");
        assertThat(refusal.getString("detail")).startsWith("From 20").endsWith("nobody would be on duty.");
        manager.put(ROTA, plan(t0, shift(t0, 0, 8, "l1", "l1"), shift(t0, 8, 1344, "l2", "l3"))).expect(422);
        JsonObject check = manager.post(ROTA + "/check", plan(t0, shift(t0, 0, 8, "l1", "l2"), shift(t0, 7, 1344, "l2", "l3")))
                .expect(200)
                .json();
        assertThat(check.getJsonArray("items").getJsonObject(0).getString("code")).isEqualTo("rota-overlap");
        assertThat(manager.get(ROTA).header("ETag")).contains(seen);

        // The whole plan is published, once for each time that somebody looked at it.
        JsonObject sound = plan(t0, shift(t0, 0, 8, "l1", "l2"), shift(t0, 8, 24, "l2", "l3"), shift(t0, 24, 1344, "l3", "l1"));
        manager.with("If-Match", seen).put(ROTA, sound).expect(200);
        manager.with("If-Match", seen).put(ROTA, sound).expect(412);
        JsonObject shorter = manager.put(ROTA, plan(t0, 1000, shift(t0, 0, 1000, "l1", "l2"))).expect(422).json();
        assertThat(shorter.getString("code")).isEqualTo("rota-cut-short");
        JsonObject nobody = l1.get("/on-duty?contract=DESK-B&at=" + t0.plus(Duration.ofHours(1344))).expect(409).json();
        assertThat(nobody.getString("code")).isEqualTo("nobody-on-duty");
        JsonObject listed = l1.get("/rotas?q=around-the&limit=1").expect(200).json().getJsonArray("items").getJsonObject(0);
        assertThat(listed.getString("until")).isEqualTo(t0.plus(Duration.ofHours(1344)).toString());
        assertThat(listed.getBoolean("ending")).isFalse();
        assertThat(onDuty(l1, t0.plus(Duration.ofHours(8)).minusSeconds(1))).isEqualTo("l1/l2");
        assertThat(onDuty(l1, t0.plus(Duration.ofHours(8)))).isEqualTo("l2/l3");

        // The contract says who covers it, since when, and how it was covered before.
        JsonObject cover = l1.get("/contracts/DESK-C/cover").expect(200).json();
        assertThat(cover.getJsonObject("now").getBoolean("afterHoursOnly")).isFalse();
        assertThat(cover.getJsonArray("before").getJsonObject(0).getBoolean("afterHoursOnly")).isTrue();
        server.api("demo-anna").get("/contracts/DESK-B/cover").expect(403);
        assertThat(manager.get("/contracts/DESK-B/cover").expect(200).json().getJsonArray("before")).isEmpty();

        // Two people swap.
        int swap = l2.post(ROTA + "/swaps", span(t0, 8, 24).add("with", "l3").build()).expect(201).json().getInt("id");
        l1.post(ROTA + "/swaps/" + swap + "/agree", Json.createObjectBuilder().build()).expect(403);
        l3.post(ROTA + "/swaps/" + swap + "/agree", Json.createObjectBuilder().build()).expect(204);
        assertThat(onDuty(l1, t0.plus(Duration.ofHours(8)))).isEqualTo("l3/l2");
        manager.post(ROTA + "/absences", span(t0, 9, 10).add("account", "l3").build()).expect(422);

        // Somebody who has no duty then is away, and comes back early; said twice, it is done once.
        int absence = manager.post(ROTA + "/absences", span(t0, 9, 10).add("account", "l1").build()).expect(201).json().getInt("id");
        l1.delete(ROTA + "/absences/" + absence).expect(403);
        manager.delete(ROTA + "/absences/" + absence).expect(204);
        manager.delete(ROTA + "/absences/" + absence).expect(204);
        assertThat(manager.get(ROTA + "/absences").expect(200).json().getJsonArray("items")).isEmpty();
        manager.delete(ROTA + "/absences/1").expect(404);

        // The responsible is called; nobody answers; the contract's quarter of an hour later it is the backup's turn.
        server.clock().moveTo(t0.plus(Duration.ofHours(1)));
        String ticket = ticket(server);
        JsonObject call = manager.post(
                        "/call-outs",
                        Json.createObjectBuilder().add("ticket", ticket).add("reason", "P1 after hours").build())
                .expect(201)
                .json();
        String path = "/call-outs/" + call.getInt("id");
        assertThat(call.getJsonObject("responsible").getString("account")).isEqualTo("l1");
        mail.await(message -> isFor(message, "l1@provider.example", ticket), Duration.ofSeconds(60));
        assertThat(l1.get(path).json().isNull("backupCalledAt")).isTrue();
        server.clock().advance(Duration.ofMinutes(16));
        awaitBackup(l1, path);
        mail.await(message -> isFor(message, "l2@provider.example", ticket), Duration.ofSeconds(60));
        l3.post(path + "/acknowledge", Json.createObjectBuilder().build()).expect(403);
        JsonObject taken = l2.post(path + "/acknowledge", Json.createObjectBuilder().build()).expect(200).json();
        assertThat(taken.getJsonObject("acknowledgedBy").getString("account")).isEqualTo("l2");
        l1.post(path + "/acknowledge", Json.createObjectBuilder().build()).expect(409);

        // A note is left, and read by the next shift.
        l1.post(ROTA + "/handovers", Json.createObjectBuilder().add("note", "The disk fills up.").build()).expect(201);
        server.clock().moveTo(t0.plus(Duration.ofHours(8)));
        JsonObject handover = l3.get("/on-duty?contract=DESK-B").expect(200).json().getJsonObject("handover");
        assertThat(handover.getString("note")).isEqualTo("The disk fills up.");
        l3.post(ROTA + "/handovers/" + handover.getInt("id") + "/read", Json.createObjectBuilder().build()).expect(204);

        // A calendar program reads the own duties under an address that can be closed.
        assertThat(l3.get("/me/duties.ics").expect(200).text()).contains("BEGIN:VEVENT", "SEQUENCE:");
        String address = l3.put("/me/duty-feed", Json.createObjectBuilder().build()).expect(200).json().getString("address");
        URI feed = server.uri(URI.create(address).getPath());
        HttpResponse<String> calendar = fetch(feed);
        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(calendar.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(calendar.body()).contains("SUMMARY:On duty").doesNotContain("Lili", "disk", ticket);
        l3.delete("/me/duty-feed").expect(204);
        assertThat(fetch(feed).statusCode()).isEqualTo(404);
    }

    @Test
    void the_end_of_a_plan_is_told_a_fortnight_before_and_after_it_the_managers_learn_of_each_report_at_night(
            CountersignServer server, MailServer mail) throws Exception {
        running = server;
        Api manager = server.api("demo-manager");
        Api l1 = server.api("demo-l1");
        JsonObject known = manager.get("/contracts/DESK-B").expect(200).json();
        JsonObject contract = Json.createObjectBuilder(known)
                .add("code", "NIGHT-DESK")
                .add("organisation", "NIGHT-CUSTOMER")
                .add("name", "A desk whose plan runs out")
                .add("agreedBy", "Anna")
                .add("agreement", manager.get("/contracts/DESK-B/agreement").expect(200).text())
                .build();
        // Of a customer of its own: with a second contract the others' forms would ask which one is meant.
        server.api("demo-admin")
                .post("/organisations", Json.createObjectBuilder().add("code", "NIGHT-CUSTOMER").add("name", "Works at night").build())
                .expect(201);
        server.api("demo-admin").post("/contracts", contract).expect(201);
        Instant t0 = server.clock().now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(2));
        Instant end = t0.plus(Duration.ofDays(15));
        manager.put(
                        "/rotas/NIGHTS",
                        span(t0, 0, 15 * 24)
                                .add("name", "Nights that end")
                                .add("zone", "Europe/Budapest")
                                .add("contracts", Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder().add("contract", "NIGHT-DESK").add("afterHoursOnly", true)))
                                .add("shifts", Json.createArrayBuilder().add(shift(t0, 0, 15 * 24, "l2", "l3")))
                                .build())
                .expect(201);

        // A fortnight before the end the managers are told of it, once.
        server.clock().moveTo(end.minus(Duration.ofDays(14)).minusSeconds(60));
        Thread.sleep(Duration.ofSeconds(21).toMillis());
        assertThat(endsTold(mail)).isZero();
        server.clock().moveTo(end.minus(Duration.ofDays(14)).plusSeconds(60));
        mail.await(message -> isFor(message, "manager@provider.example", "Nights that end"), Duration.ofSeconds(90));

        // Nobody is on duty any more: that is said, and a report at night wakes nobody but does not stay unseen.
        Instant night = end.atZone(ZoneId.of("Europe/Budapest")).plusDays(1).withHour(23).toInstant();
        server.clock().moveTo(night);
        JsonObject nobody = l1.get("/on-duty?contract=NIGHT-DESK").expect(409).json();
        assertThat(nobody.getString("code")).isEqualTo("nobody-on-duty");
        assertThat(nobody.getString("detail")).contains("Nights that end");
        String ticket = l1.post(
                        "/tickets",
                        Json.createObjectBuilder()
                                .add("contract", "NIGHT-DESK")
                                .add("kind", "INCIDENT")
                                .add("summary", "Nothing works")
                                .add("description", "Since midnight.")
                                .add("impact", "HIGH")
                                .add("urgency", "HIGH")
                                .add("channel", "PHONE")
                                .build())
                .expect(201)
                .json()
                .getString("number");
        MimeMessage told = mail.await(message -> isFor(message, "manager@provider.example", "[" + ticket + "] Escalation"), Duration.ofSeconds(90));
        assertThat(told.getContent().toString()).contains("Nobody was on duty, so the managers were told instead");
        assertThat(l1.get("/tickets/" + ticket + "/escalations").expect(200).text()).contains("AFTER-HOURS", "NOBODY_ON_DUTY");
        assertThat(l1.get("/call-outs?ticket=" + ticket).expect(200).json().getJsonArray("items")).isEmpty();
        assertThat(endsTold(mail)).isEqualTo(1);
    }

    private static long endsTold(MailServer mail) {
        return mail.received().stream().filter(message -> isFor(message, "manager@provider.example", "Nights that end")).count();
    }

    private static HttpResponse<String> fetch(URI address) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void awaitBackup(Api api, String path) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (api.get(path).expect(200).json().isNull("backupCalledAt")) {
            assertThat(System.nanoTime()).as("the backup is called in time").isLessThan(end);
            Thread.sleep(200);
        }
    }

    private static boolean isFor(MimeMessage message, String recipient, String ticket) {
        try {
            return message.getAllRecipients()[0].toString().contains(recipient) && message.getSubject().contains(ticket);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String onDuty(Api api, Instant at) {
        JsonObject duty = api.get("/on-duty?contract=DESK-B&at=" + at).expect(200).json();
        return duty.getJsonObject("responsible").getString("account") + "/" + duty.getJsonObject("backup").getString("account");
    }

    private static String ticket(CountersignServer server) {
        return server.api("demo-anna")
                .post(
                        "/tickets",
                        Json.createObjectBuilder()
                                .add("contract", "DESK-B")
                                .add("kind", "INCIDENT")
                                .add("summary", "Nothing works")
                                .add("description", "Since midnight.")
                                .add("impact", "HIGH")
                                .add("urgency", "HIGH")
                                .build())
                .expect(201)
                .json()
                .getString("number");
    }

    private static JsonObjectBuilder span(Instant start, int from, int until) {
        return Json.createObjectBuilder()
                .add("from", start.plus(Duration.ofHours(from)).toString())
                .add("until", start.plus(Duration.ofHours(until)).toString());
    }

    private static JsonObjectBuilder shift(Instant start, int from, int until, String responsible, String backup) {
        return span(start, from, until).add("responsible", responsible).add("backup", backup);
    }

    /** Eight weeks from {@code start} on. */
    private static JsonObject plan(Instant start, JsonObjectBuilder... shifts) {
        return plan(start, 1344, shifts);
    }

    private static JsonObject plan(Instant start, int until, JsonObjectBuilder... shifts) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonObjectBuilder each : shifts) {
            all.add(each);
        }
        JsonArrayBuilder contracts = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("contract", "DESK-B").add("backupAfter", "PT15M").add("afterHoursOnly", true))
                .add(Json.createObjectBuilder().add("contract", "DESK-C").add("backupAfter", "PT30M"));
        return span(start, 0, until)
                .add("name", "On call around the clock")
                .add("zone", "Europe/Budapest")
                .add("contracts", contracts)
                .add("shifts", all)
                .build();
    }
}
