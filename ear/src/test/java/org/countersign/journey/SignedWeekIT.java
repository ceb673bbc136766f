package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.FormClient;
import org.countersign.journey.support.Journey;
import org.countersign.journey.support.MailServer;
import org.countersign.kernel.IsoWeek;
import org.junit.jupiter.api.Test;

/** The week's work is confirmed, a sample of it reviewed, the month reported (M33, M34, M70, M71, M132, M134). */
@Journey
class SignedWeekIT {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");

    private static final List<String> CHECKLIST = List.of(
            "CLASSIFICATION_CORRECT",
            "RESPONSE_IN_TIME",
            "STEPS_DOCUMENTED",
            "SOLUTION_EXPLAINED",
            "WORK_BOOKED",
            "CUSTOMER_INFORMED",
            "ACCEPTANCE_AUTHORISED");

    @Test
    void the_week_is_confirmed_sampled_and_reported(CountersignServer server, MailServer mail) throws InterruptedException {
        Api anna = server.api("demo-anna");
        Api l1 = server.api("demo-l1");
        Api quality = server.api("demo-quality");
        Instant now = server.clock().now();
        String week = IsoWeek.of(now, BUDAPEST).toString();

        for (int i = 0; i < 3; i++) {
            String number = closedTicket(anna, l1);
            // Entries of one person may not overlap, and work that is not over yet cannot be booked.
            l1.post(
                            "/tickets/" + number + "/work",
                            object().add("start", now.minus(Duration.ofMinutes(10L * (i + 1))).toString())
                                    .add("minutes", 5)
                                    .add("activity", "ANALYSIS")
                                    .add("note", "Looked into it")
                                    .build())
                    .expect(201);
        }

        // Unknown jobs and parameters are refused before anything starts.
        Api manager = server.api("demo-manager");
        manager.post("/jobs/weekly-confirmation/executions", parameters("week", week)).expect(422);
        manager.post("/jobs/weekly-timesheet-confirmation/executions", parameters("weak", week)).expect(422);
        manager.post("/jobs/weekly-timesheet-confirmation/executions", parameters("week", "2026-W54")).expect(422);
        l1.post("/jobs/weekly-timesheet-confirmation/executions", parameters("week", week)).expect(403);

        run(manager, "weekly-timesheet-confirmation", parameters("week", week, "contract", "DESK-B"));
        JsonObject sheet = anna.get("/timesheets?week=" + week + "&contract=DESK-B").expect(200).json().getJsonArray("items").getJsonObject(0);
        assertThat(sheet.getString("state")).isEqualTo("AWAITING");
        assertThat(server.api("demo-bert").get("/timesheets?week=" + week + "&contract=DESK-B").json().getJsonArray("items")).isEmpty();
        String path = "/timesheets/" + sheet.getInt("id");
        server.api("demo-bert").get(path).expect(404);

        Api.Answer seen = anna.get(path).expect(200);
        assertThat(seen.json().getInt("totalMinutes")).isPositive();
        anna.post(path + "/confirm", object().build()).expect(428);
        JsonObject confirmed = anna.with("If-Match", seen.header("ETag").orElseThrow()).post(path + "/confirm", object().build()).expect(200).json();
        assertThat(confirmed.getString("state")).isEqualTo("CONFIRMED");
        assertThat(confirmed.getJsonObject("seal").getString("contentHash")).hasSize(64);
        Api.Answer again = anna.get(path);
        int line = again.json().getJsonArray("lines").getJsonObject(0).getInt("id");
        anna.with("If-Match", again.header("ETag").orElseThrow()).post(path + "/confirm", object().build()).expect(409);
        anna.post(path + "/lines/" + line + "/dispute", object().add("reason", "Too late").build()).expect(409);

        run(quality, "quality-sampling", parameters("week", week, "contract", "DESK-B"));
        JsonObject lot = quality.get("/quality/lots?week=" + week + "&contract=DESK-B").expect(200).json().getJsonArray("items").getJsonObject(0);
        JsonObject sample = quality.get("/quality/lots/" + lot.getInt("id") + "/sample").expect(200).json();
        assertThat(sample.getString("populationHash")).hasSize(64);
        assertThat(sample.getJsonArray("items")).isNotEmpty().hasSize(sample.getInt("sampleSize"));
        anna.get("/quality/lots").expect(403);
        for (JsonObject item : sample.getJsonArray("items").getValuesAs(JsonObject.class)) {
            String review = "/quality/reviews/" + item.getInt("review");
            quality.post(review, object().add("findings", Json.createArrayBuilder()).build()).expect(422);
            quality.post(review, findings()).expect(200);
            quality.post(review, findings()).expect(409);
        }
        JsonObject decided = quality.get("/quality/lots/" + lot.getInt("id")).expect(200).json().getJsonObject("lot");
        assertThat(decided.getString("state")).isEqualTo("DECIDED");
        assertThat(decided.getString("verdict")).isEqualTo("ACCEPTED");

        String month = YearMonth.from(now.atZone(BUDAPEST)).toString();
        run(manager, "service-report", parameters("month", month, "contract", "DESK-B"));
        List<JsonObject> reports =
                anna.get("/reports?contract=DESK-B&month=" + month).expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(reports).isNotEmpty();
        Api.Answer pdf = anna.get("/reports/" + reports.get(0).getInt("id") + ".pdf").expect(200);
        assertThat(new String(pdf.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        server.api("demo-bert").get("/reports/" + reports.get(0).getInt("id") + ".pdf").expect(404);
        shownAndSaved(server, "/files/report/" + reports.get(0).getInt("id"));
        mail.await(SignedWeekIT::carriesPdf, Duration.ofSeconds(40));
    }

    /** The viewers of some browsers do not start in a sandbox; what is saved needs none of them. */
    private static void shownAndSaved(CountersignServer server, String address) {
        FormClient visitor = new FormClient(server).signIn("anna", "anna");
        FormClient.Page shown = visitor.get(address + "?view=1");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).hasValue("application/pdf");
        assertThat(shown.header("Content-Disposition").orElseThrow()).startsWith("inline;");
        assertThat(shown.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; object-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("sandbox")
                .doesNotContain("script-src");
        FormClient.Page saved = visitor.get(address);
        assertThat(saved.header("Content-Disposition").orElseThrow()).startsWith("attachment;");
        assertThat(saved.header("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
    }

    private static String closedTicket(Api anna, Api l1) {
        String number = anna.post(
                        "/tickets",
                        object().add("contract", "DESK-B")
                                .add("kind", "INCIDENT")
                                .add("summary", "A thing of the week")
                                .add("description", "It does not work.")
                                .add("impact", "LOW")
                                .add("urgency", "LOW")
                                .build())
                .expect(201)
                .json()
                .getString("number");
        l1.post("/tickets/" + number + "/transitions", object().add("action", "resolve").add("text", "Mended").build()).expect(200);
        String tag = anna.get("/tickets/" + number).expect(200).header("ETag").orElseThrow();
        anna.with("If-Match", tag).post("/tickets/" + number + "/transitions", object().add("action", "accept").build()).expect(200);
        return number;
    }

    private static void run(Api caller, String job, JsonObject parameters) throws InterruptedException {
        long id = caller.post("/jobs/" + job + "/executions", parameters).expect(202).json().getJsonNumber("id").longValue();
        for (int attempt = 0; attempt < 240; attempt++) {
            JsonObject run = caller.get("/jobs/" + job + "/executions/" + id).expect(200).json();
            if (run.getString("status").equals("COMPLETED")) {
                assertThat(run.getInt("progress")).isEqualTo(100);
                return;
            }
            assertThat(run.getString("status")).as(run.toString()).isNotIn("FAILED", "STOPPED");
            Thread.sleep(500);
        }
        throw new AssertionError(job + " did not end: " + caller.get("/jobs/" + job + "/executions/" + id).text());
    }

    private static JsonObject findings() {
        JsonArrayBuilder findings = Json.createArrayBuilder();
        CHECKLIST.forEach(characteristic -> findings.add(object().add("characteristic", characteristic).add("conforming", true)));
        return object().add("findings", findings).build();
    }

    private static JsonObject parameters(String... pairs) {
        JsonObjectBuilder parameters = object();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.add(pairs[i], pairs[i + 1]);
        }
        return object().add("parameters", parameters).build();
    }

    private static boolean carriesPdf(jakarta.mail.internet.MimeMessage message) {
        try {
            return new String(message.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).contains("application/pdf");
        } catch (jakarta.mail.MessagingException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }
}
