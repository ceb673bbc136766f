package org.countersign.addon.demo;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countersign.kernel.ApplicationClock;
import org.countersign.quality.model.Characteristic;

/**
 * Makes the demo's stories happen: each step is a call of the API by the person who does it, at the time at which it was done. Every call has
 * a key of its own, so that a telling that was cut off can simply be begun again.
 */
final class StoryTeller {

    private static final Set<String> OVER = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");
    private static final Set<String> NOT_FOR_THE_API = Set.of("at", "after", "by", "do");

    private final DeskApi api;
    private final ApplicationClock clock;
    private final StoryTime time;
    private final DemoDatabase database;
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, Integer> visits = new HashMap<>();
    private final Map<String, String> vendorCases = new HashMap<>();

    StoryTeller(DeskApi api, ApplicationClock clock, StoryTime time, DemoDatabase database) {
        this.api = api;
        this.clock = clock;
        this.time = time;
        this.database = database;
    }

    /** Something to be done at an instant. */
    private record Event(Instant at, Deed deed) {}

    @FunctionalInterface
    private interface Deed {
        void happen() throws InterruptedException;
    }

    void tell(List<TicketStory> tickets, List<OfficeStory> office) throws InterruptedException {
        List<Event> events = new ArrayList<>();
        for (TicketStory story : tickets) {
            for (int i = 0; i < story.steps().size(); i++) {
                int number = i;
                events.add(new Event(story.steps().get(i).at(), () -> happen(story, number)));
            }
        }
        office.forEach(deed -> events.add(new Event(deed.at(), () -> happen(deed))));
        // Stable: what a ticket's story puts at one instant stays in its order.
        events.sort(Comparator.comparing(Event::at));
        for (Event event : events) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (event.at().isAfter(clock.instant())) {
                clock.moveTo(event.at());
            }
            event.deed().happen();
        }
    }

    private void happen(TicketStory story, int index) throws InterruptedException {
        TicketStory.Step step = story.steps().get(index);
        String key = "demo/" + story.ref() + "/" + index;
        try {
            switch (step.action()) {
                case TicketStory.REGISTER -> register(story, step, key);
                case "message" -> post(story, step, "/messages", key);
                case "work" -> work(story, step, key);
                case "visit" -> visit(story, step, key);
                case "approve-visit" -> api.post(step.by(), "/visits/" + visits.get(story.ref()) + "/approve", null, key, null);
                case "vendor-case" -> vendorCases.put(story.ref(), post(story, step, "/vendor-cases", key).body().getString("number"));
                case "vendor-tell", "vendor-answer", "vendor-solve" -> vendorStep(story, step, key);
                default -> transition(story, step, key);
            }
        } catch (RuntimeException e) {
            throw new IllegalStateException("The demo's ticket " + story.ref() + ", step " + index + " (" + step.action() + "): " + e.getMessage(), e);
        }
    }

    private void register(TicketStory story, TicketStory.Step step, String key) throws InterruptedException {
        JsonObject body = Json.createObjectBuilder(story.report()).add("contract", story.contract()).build();
        numbers.put(story.ref(), api.post(step.by(), "/tickets", body, key, null).body().getString("number"));
    }

    private DeskApi.Answer post(TicketStory story, TicketStory.Step step, String what, String key) throws InterruptedException {
        return api.post(step.by(), ticket(story) + what, details(step).build(), key, null);
    }

    private void work(TicketStory story, TicketStory.Step step, String key) throws InterruptedException {
        int minutes = step.details().getInt("minutes");
        JsonObjectBuilder body = details(step).remove("visit").add("start", step.at().minusSeconds(60L * minutes).toString());
        if (step.details().getBoolean("visit", false)) {
            body.add("onSiteVisit", visits.get(story.ref()));
        }
        api.post(step.by(), ticket(story) + "/work", body.build(), key, null);
    }

    private void visit(TicketStory story, TicketStory.Step step, String key) throws InterruptedException {
        JsonObject body = details(step).add("plannedAt", time.at(step.details().getString("plannedAt")).toString()).build();
        visits.put(story.ref(), api.post(step.by(), ticket(story) + "/visits", body, key, null).body().getInt("id"));
    }

    private void transition(TicketStory story, TicketStory.Step step, String key) throws InterruptedException {
        JsonObjectBuilder body = details(step).add("action", step.action());
        if (step.details().containsKey("of")) {
            body.add("of", numbers.get(step.details().getString("of")));
        }
        JsonObject asked = body.build();
        if (!Set.of("accept", "reject").contains(step.action())) {
            api.post(step.by(), ticket(story) + "/transitions", asked, key, null);
            return;
        }
        // A rule of the contract may change the ticket between looking and saying.
        for (int attempt = 1; ; attempt++) {
            try {
                api.post(step.by(), ticket(story) + "/transitions", asked, key, api.get(step.by(), ticket(story)).tag());
                return;
            } catch (IllegalStateException refused) {
                if (attempt == 5 || !DeskApi.changedMeanwhile(refused)) {
                    throw refused;
                }
            }
        }
    }

    private void vendorStep(TicketStory story, TicketStory.Step step, String key) throws InterruptedException {
        JsonObject body = details(step).add("action", step.action().substring("vendor-".length())).build();
        api.post(step.by(), "/vendor-cases/" + vendorCases.get(story.ref()) + "/transitions", body, key, null);
    }

    private String ticket(TicketStory story) {
        return "/tickets/" + numbers.get(story.ref());
    }

    private static JsonObjectBuilder details(TicketStory.Step step) {
        JsonObjectBuilder body = Json.createObjectBuilder();
        step.details().forEach((name, value) -> {
            if (!NOT_FOR_THE_API.contains(name)) {
                body.add(name, value);
            }
        });
        return body;
    }

    private void happen(OfficeStory deed) throws InterruptedException {
        switch (deed.what()) {
            case "run" -> run(deed);
            case "confirm" -> {
                int sheet = timesheet(deed);
                String tag = api.get(deed.by(), "/timesheets/" + sheet).tag();
                api.post(deed.by(), "/timesheets/" + sheet + "/confirm", null, key(deed), tag);
            }
            case "dispute" -> {
                int sheet = timesheet(deed);
                JsonObject line = api.get(deed.by(), "/timesheets/" + sheet).body().getJsonArray("lines").getJsonObject(0);
                JsonObject reason = Json.createObjectBuilder().add("reason", deed.details().getString("reason")).build();
                api.post(deed.by(), "/timesheets/" + sheet + "/lines/" + line.getInt("id") + "/dispute", reason, key(deed), null);
            }
            case "review" -> review(deed);
            case "handover" -> {
                String rota = deed.details().getString("rota");
                JsonObject note = Json.createObjectBuilder().add("note", deed.details().getString("note")).build();
                api.post(deed.by(), "/rotas/" + rota + "/handovers", note, "demo/handover/" + rota + "/" + deed.period(), null);
            }
            case "outage" -> outage(deed);
            case "agree" -> agree(deed);
            default -> throw new IllegalArgumentException("office.json: nobody can " + deed.what());
        }
    }

    /** On a working day of the month, by the desk's wall clock. */
    private void outage(OfficeStory deed) throws InterruptedException {
        JsonObject details = deed.details();
        LocalDate day = YearMonth.parse(deed.period()).atDay(details.getInt("day"));
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.plusDays(1);
        }
        Instant start = day.atTime(LocalTime.parse(details.getString("time"))).atZone(StoryTime.ZONE).toInstant();
        JsonObject body = Json.createObjectBuilder()
                .add("service", details.getString("service"))
                .add("start", start.toString())
                .add("end", start.plus(Duration.ofMinutes(details.getInt("minutes"))).toString())
                .add("cause", details.getString("cause"))
                .add("note", details.getString("note"))
                .build();
        api.post(
                deed.by(), "/contracts/" + details.getString("contract") + "/outages", body, key(deed) + "/" + details.getInt("day"), null);
    }

    private void agree(OfficeStory deed) throws InterruptedException {
        String path = "/contracts/" + deed.details().getString("contract") + "/penalties?state=PROPOSED&month=" + deed.period();
        for (JsonObject entry : api.get(deed.by(), path).body().getJsonArray("items").getValuesAs(JsonObject.class)) {
            int id = entry.getInt("id");
            String tag = api.get(deed.by(), "/penalties/" + id).tag();
            api.post(deed.by(), "/penalties/" + id + "/agree", null, key(deed) + "/" + id, tag);
        }
    }

    /** Every drawn ticket of the week's lot is found in order, but for one characteristic of the first where the file names it. */
    private void review(OfficeStory deed) throws InterruptedException {
        List<JsonObject> lots = api.get(deed.by(), "/quality/lots?contract=" + deed.details().getString("contract") + "&week=" + deed.period())
                .body()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        if (lots.isEmpty()) {
            return;
        }
        String failing = deed.details().getString("failing", null);
        for (JsonObject item : api.get(deed.by(), "/quality/lots/" + lots.get(0).getInt("id") + "/sample")
                .body()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)) {
            JsonArrayBuilder findings = Json.createArrayBuilder();
            for (Characteristic characteristic : Characteristic.values()) {
                JsonObjectBuilder finding = Json.createObjectBuilder().add("characteristic", characteristic.name());
                if (characteristic.name().equals(failing)) {
                    finding.add("conforming", false).add("note", deed.details().getString("note"));
                } else {
                    finding.add("conforming", true);
                }
                findings.add(finding);
            }
            int review = item.getInt("review");
            JsonObject body = Json.createObjectBuilder().add("findings", findings).build();
            api.post(deed.by(), "/quality/reviews/" + review, body, "demo/review/" + review, null);
            failing = null;
        }
    }

    private int timesheet(OfficeStory deed) throws InterruptedException {
        String contract = deed.details().getString("contract");
        List<JsonObject> found = api.get(deed.by(), "/timesheets?contract=" + contract + "&week=" + deed.period())
                .body()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        if (found.isEmpty()) {
            throw new IllegalStateException("office.json: " + contract + " has no timesheet of " + deed.period());
        }
        return found.get(0).getInt("id");
    }

    private static String key(OfficeStory deed) {
        return "demo/" + deed.what() + "/" + deed.details().getString("contract") + "/" + deed.period();
    }

    /** Jobs make nothing twice by themselves; what ran to its end is remembered only to save time. */
    private void run(OfficeStory deed) throws InterruptedException {
        String job = deed.details().getString("job");
        String part = job + " " + deed.period();
        if (database.isDone(part)) {
            return;
        }
        String parameter = deed.details().containsKey("weeksAgo") ? "week" : "month";
        JsonObject body = Json.createObjectBuilder()
                .add("parameters", Json.createObjectBuilder().add(parameter, deed.period()))
                .build();
        String path = "/jobs/" + job + "/executions";
        long id = api.post(deed.by(), path, body, null, null).body().getJsonNumber("id").longValue();
        String status;
        while (!OVER.contains(status = api.get(deed.by(), path + "/" + id).body().getString("status"))) {
            Thread.sleep(50);
        }
        if (!status.equals("COMPLETED")) {
            throw new IllegalStateException("The job " + part + " ended as " + status);
        }
        database.done(part);
    }
}
