package org.countersign.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.countersign.journey.support.Api;
import org.countersign.journey.support.CountersignServer;
import org.countersign.journey.support.FormClient;
import org.countersign.journey.support.Journey;
import org.countersign.journey.support.MailServer;
import org.junit.jupiter.api.Test;

/** A contract says when a ticket is escalated and how; the clock is moved, and it happens, once (M44, M53, M58). */
@Journey
class EscalationIT {

    private static final String AGREEMENT = "/contracts/DESK-B/agreement?agreedBy=Anna";
    private static final String YAML = "application/yaml";
    private static final String DESK_TICKET = "/desk/ticket/ticket.xhtml?number=";
    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String RULES =
            """
            escalation:
              - {rule: HALF-TIME, at: {percent: 50, of: RESOLUTION}, then: {notify: [MANAGER]}}
              - {rule: LATE, at: {percent: 75, of: RESOLUTION}, then: {level: L2}}
              - {rule: MISSED, at: {percent: 100, of: RESOLUTION}, then: {level: L3, manager: manager}}
            """;

    @Test
    void a_ticket_that_takes_too_long_rises_and_a_new_one_at_night_wakes_who_is_on_duty(CountersignServer server, MailServer mail)
            throws Exception {
        Api manager = server.api("demo-manager");
        String agreed = manager.get("/contracts/DESK-B/agreement").expect(200).text();
        String without = agreed.contains("escalation:") ? agreed.substring(0, agreed.indexOf("escalation:")) : agreed;
        JsonObject refused = manager.put(AGREEMENT, YAML, without + RULES.replace("manager: manager", "manager: nobody")).expect(422).json();
        assertThat(refused.getJsonArray("violations").getJsonObject(0).getString("field")).isEqualTo("escalation[2].then.manager");
        manager.put(AGREEMENT, YAML, without + RULES).expect(200);
        try {
            Instant monday = server.clock()
                    .now()
                    .atZone(BUDAPEST)
                    .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                    .withHour(9)
                    .withMinute(0)
                    .toInstant();
            server.clock().moveTo(monday);
            ticketThatTakesTooLong(server, mail);
            server.clock().moveTo(monday.plus(Duration.ofHours(14)));
            newTicketAtNight(server, mail);
        } finally {
            server.clock().reset();
            manager.put(AGREEMENT, YAML, agreed).expect(200);
        }
    }

    @Test
    void what_comes_to_a_level_of_the_customers_own_staff_comes_back_with_an_answer(CountersignServer server, MailServer mail)
            throws Exception {
        Api manager = server.api("demo-manager");
        Api anna = server.api("demo-anna");
        Api l1 = server.api("demo-l1");
        String agreed = manager.get("/contracts/DESK-B/agreement").expect(200).text();
        manager.put(AGREEMENT, YAML, agreed + "levels: {L2: CUSTOMER}\n").expect(200);
        try {
            String number = register(anna);
            transition(l1, number, step("escalate").add("level", "L2").add("reason", "Is the port open?"));
            mail.await(message -> isFor(message, "anna@customer-b.example", number), PATIENCE);
            JsonObject theirs = anna.get("/tickets/" + number).expect(200).json();
            assertThat(theirs.getBoolean("withCustomer")).isTrue();
            assertThat(theirs.getJsonArray("legalActions").toString()).contains("hand-back");
            assertThat(theirs.isNull("resolutionDue")).isTrue();
            l1.post("/tickets/" + number + "/transitions", step("hand-back").add("text", "Mine").build()).expect(403);

            transition(anna, number, step("hand-back").add("text", "It is open now."));
            JsonObject ours = l1.get("/tickets/" + number).expect(200).json();
            assertThat(ours.getString("level")).isEqualTo("L1");
            assertThat(ours.getString("state")).isEqualTo("IN_PROGRESS");
            assertThat(l1.get("/tickets/" + number + "/messages").expect(200).text()).contains("It is open now.");
            assertThat(actions(anna, number)).contains("TicketPutToCustomer", "TicketHandedBack");
            transition(anna, number, step("withdraw").add("reason", "It works again"));
        } finally {
            manager.put(AGREEMENT, YAML, agreed).expect(200);
        }
    }

    private static void ticketThatTakesTooLong(CountersignServer server, MailServer mail) throws Exception {
        Api l1 = server.api("demo-l1");
        Api anna = server.api("demo-anna");
        String number = register(anna);
        String path = "/tickets/" + number;
        assertThat(rules(l1, number, "WAITING")).containsExactly("HALF-TIME", "LATE", "MISSED");
        anna.get(path + "/escalations").expect(403);
        anna.get("/escalations").expect(403);
        transition(l1, number, step("start"));

        // Half of eight hours: the managers hear of it.
        server.clock().moveTo(due(l1, number, "HALF-TIME").plusSeconds(1));
        await(() -> rules(l1, number, "FIRED").equals(List.of("HALF-TIME")));
        mail.await(message -> isFor(message, "manager@provider.example", number), PATIENCE);
        assertThat(l1.get(path).json().getString("level")).isEqualTo("L1");

        // While the customer is waited for, nothing comes nearer.
        Instant threeQuarters = due(l1, number, "LATE");
        transition(l1, number, step("hold").add("reason", "AWAITING_CUSTOMER"));
        assertThat(escalation(l1, number, "LATE").isNull("due")).isTrue();
        assertThat(escalation(l1, number, "LATE").getString("reason")).isEqualTo("AWAITING_CUSTOMER");
        server.clock().advance(Duration.ofHours(3));
        Thread.sleep(Duration.ofSeconds(5).toMillis());
        assertThat(rules(l1, number, "FIRED")).containsExactly("HALF-TIME");
        transition(l1, number, step("resume"));
        assertThat(due(l1, number, "LATE")).isAfter(threeQuarters.plus(Duration.ofHours(2)));

        agreedDate(server, mail, number);

        // Three quarters: the next level has it. All of it: a named manager answers for it.
        server.clock().moveTo(due(l1, number, "LATE").plusSeconds(1));
        await(() -> l1.get(path).json().getString("level").equals("L2"));
        server.clock().moveTo(due(l1, number, "MISSED").plusSeconds(1));
        await(() -> !l1.get(path).json().isNull("manager"));
        JsonObject ticket = l1.get(path).json();
        assertThat(ticket.getString("manager")).isEqualTo("manager");
        assertThat(ticket.getString("level")).isEqualTo("L3");

        // Each once, in an order that no clock decides; the customer reads of the levels and no more.
        server.clock().advance(Duration.ofHours(-1));
        server.clock().advance(Duration.ofDays(1));
        Thread.sleep(Duration.ofSeconds(5).toMillis());
        assertThat(actions(l1, number).stream().filter("EscalationFired"::equals)).hasSize(3);
        assertThat(actions(anna, number)).contains("TicketEscalated").doesNotContain("EscalationFired", "ManagerNamed");
        assertThat(rules(l1, number, "FIRED")).containsExactly("HALF-TIME", "LATE", "MISSED");
        assertThat(l1.get("/escalations?state=FIRED&contract=DESK-B&limit=1").expect(200).json().getJsonArray("items")).hasSize(1);
        transition(anna, number, step("withdraw").add("reason", "It works again"));
    }

    private static void newTicketAtNight(CountersignServer server, MailServer mail) throws Exception {
        Api l1 = server.api("demo-l1");
        JsonObject duty = l1.get("/on-duty?contract=DESK-B").expect(200).json();
        String responsible = duty.getJsonObject("responsible").getString("account");
        String backup = duty.getJsonObject("backup").getString("account");
        String number = register(server.api("demo-anna"));

        await(() -> !l1.get("/call-outs?ticket=" + number).expect(200).json().getJsonArray("items").isEmpty());
        JsonObject call = l1.get("/call-outs?ticket=" + number).json().getJsonArray("items").getJsonObject(0);
        assertThat(call.getJsonObject("responsible").getString("account")).isEqualTo(responsible);
        mail.await(message -> isFor(message, responsible + "@provider.example", number), PATIENCE);
        assertThat(rules(l1, number, "FIRED")).containsExactly("AFTER-HOURS");

        server.clock().advance(Duration.ofMinutes(16));
        await(() -> !l1.get("/call-outs/" + call.getInt("id")).json().isNull("backupCalledAt"));
        mail.await(message -> isFor(message, backup + "@provider.example", number), PATIENCE);
        transition(server.api("demo-anna"), number, step("withdraw").add("reason", "It works again"));
        assertThat(rules(l1, number, "MOOT")).contains("HALF-TIME", "LATE", "MISSED");
    }

    /** On hold until a date: the clock says so, what is due is known, and the ticket goes on by itself. */
    private static void agreedDate(CountersignServer server, MailServer mail, String number) throws Exception {
        Api l1 = server.api("demo-l1");
        Api anna = server.api("demo-anna");
        String path = "/tickets/" + number;
        Instant before = due(l1, number, "LATE");
        // At an hour at which nobody works.
        Instant visit = server.clock().now().atZone(BUDAPEST).plusDays(1).withHour(5).withMinute(40).truncatedTo(ChronoUnit.MINUTES).toInstant();
        JsonObject refused = l1.post(
                        path + "/transitions",
                        step("hold").add("reason", "AGREED_DATE").add("until", visit.minus(Duration.ofDays(2)).toString()).build())
                .expect(422)
                .json();
        assertThat(refused.getString("code")).isEqualTo("hold-until-past");
        assertThat(refused.getJsonArray("violations").getJsonObject(0).getString("field")).isEqualTo("until");

        FormClient desk = new FormClient(server).signIn("l1", "l1");
        FormClient.Page late = putOnHold(desk, number, visit.minus(Duration.ofDays(2)));
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.text()).contains("a hold ends later than now").containsPattern("id=\"stepHOLD:until\"[^>]*aria-invalid=\"true\"");
        assertThat(putOnHold(desk, number, visit).status()).isEqualTo(302);
        assertThat(Instant.parse(anna.get(path).json().getString("holdUntil"))).isEqualTo(visit);
        JsonObject resolution = anna.get(path + "/clock").expect(200).json().getJsonArray("targets").getValuesAs(JsonObject.class).stream()
                .filter(target -> target.getString("name").equals("RESOLUTION"))
                .findFirst()
                .orElseThrow();
        assertThat(Instant.parse(resolution.getString("waitsUntil"))).isEqualTo(visit);
        assertThat(resolution.getJsonObject("runsAgain").getString("when")).isEqualTo("AGREED_DATE");
        assertThat(Instant.parse(resolution.getJsonObject("runsAgain").getString("at"))).isAfter(visit);
        String shown = DateTimeFormatter.ofPattern("H:mm").format(visit.atZone(BUDAPEST));
        assertThat(desk.get(DESK_TICKET + number).text()).contains("Waits until", "then runs again by itself", shown, "Runs again at the next opening").doesNotContain("???");
        assertThat(new FormClient(server).signIn("anna", "anna").get("/portal/ticket/ticket.xhtml?number=" + number).text())
                .contains("Eddig várakozik: ", shown)
                .doesNotContain("???");
        Instant due = due(l1, number, "LATE");
        assertThat(due).isAfter(before);

        server.clock().moveTo(visit.plusSeconds(1));
        await(() -> l1.get(path).json().getString("state").equals("IN_PROGRESS"));
        assertThat(l1.get(path).json().isNull("holdUntil")).isTrue();
        assertThat(due(l1, number, "LATE")).isEqualTo(due);
        assertThat(l1.get(path + "/history").expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .filter(entry -> entry.getString("action").equals("TicketResumed"))
                        .map(entry -> entry.getString("actor")))
                .contains("system");
        mail.await(message -> isFor(message, "l1@provider.example", number + "] Work goes on"), PATIENCE);
    }

    /** As the desk's page does it. */
    private static FormClient.Page putOnHold(FormClient desk, String number, Instant until) {
        Map<String, String> form = desk.get(DESK_TICKET + number).form("stepHOLD");
        form.put("stepHOLD:reason", "AGREED_DATE");
        form.put("stepHOLD:until", LocalDateTime.ofInstant(until, BUDAPEST).toString());
        form.put("stepHOLD:do", "x");
        return desk.post(DESK_TICKET + number, form);
    }

    /** A P2 incident: eight hours of service until it is to be resolved. */
    private static String register(Api anna) {
        return anna.post(
                        "/tickets",
                        Json.createObjectBuilder()
                                .add("contract", "DESK-B")
                                .add("kind", "INCIDENT")
                                .add("summary", "Nothing works")
                                .add("description", "Since midnight.")
                                .add("impact", "HIGH")
                                .add("urgency", "MEDIUM")
                                .build())
                .expect(201)
                .json()
                .getString("number");
    }

    private static JsonObjectBuilder step(String action) {
        return Json.createObjectBuilder().add("action", action);
    }

    private static void transition(Api caller, String number, JsonObjectBuilder step) {
        caller.post("/tickets/" + number + "/transitions", step.build()).expect(200);
    }

    private static List<JsonObject> escalations(Api caller, String number) {
        return caller.get("/tickets/" + number + "/escalations").expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<String> rules(Api caller, String number, String state) {
        return escalations(caller, number).stream()
                .filter(one -> one.getString("state").equals(state))
                .map(one -> one.getString("rule"))
                .toList();
    }

    private static JsonObject escalation(Api caller, String number, String rule) {
        return escalations(caller, number).stream().filter(one -> one.getString("rule").equals(rule)).findFirst().orElseThrow();
    }

    private static Instant due(Api caller, String number, String rule) {
        return Instant.parse(escalation(caller, number, rule).getString("due"));
    }

    private static List<String> actions(Api caller, String number) {
        return caller.get("/tickets/" + number + "/history").expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getString("action"))
                .toList();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it happens in time").isLessThan(end);
            Thread.sleep(200);
        }
    }

    private static boolean isFor(MimeMessage message, String recipient, String ticket) {
        try {
            return message.getAllRecipients()[0].toString().contains(recipient) && message.getSubject().contains(ticket);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
