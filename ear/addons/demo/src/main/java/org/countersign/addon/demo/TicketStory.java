package org.countersign.addon.demo;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What happened to one ticket of the demo.
 *
 * @param ref its name in the files
 * @param contract the contract's code
 * @param report the body of its registration
 * @param steps the first one registers it
 */
record TicketStory(String ref, String contract, JsonObject report, List<Step> steps) {

    static final String REGISTER = "register";

    private static final Set<String> TICKET = Set.of("ref", "at", "by", "report", "steps");
    private static final Set<String> ACTIONS = Set.of(
            "start", "assign", "categorise", "hold", "resume", "escalate", "resolve", "accept", "reject", "withdraw", "link-duplicate", "transfer",
            "release", "decline", "message", "work", "visit", "approve-visit", "vendor-case", "vendor-tell", "vendor-answer", "vendor-solve");

    /**
     * One thing that somebody did.
     *
     * @param by account name
     * @param action one of the API's transitions, or {@code register}, {@code message}, {@code work}, {@code visit}, {@code approve-visit},
     *     {@code vendor-case}, or a step of that: {@code vendor-tell}, {@code vendor-answer}, {@code vendor-solve}
     * @param details what the file says besides
     */
    record Step(Instant at, String by, String action, JsonObject details) {}

    /**
     * Reads a file of tickets.
     *
     * @param file e.g. {@code desk-b.json}
     * @throws IllegalArgumentException naming file and ticket where something is wrong
     */
    static List<TicketStory> read(String file, StoryTime time) {
        JsonObject json = DemoFile.read(file).asJsonObject();
        String contract = json.getString("contract");
        List<TicketStory> stories = new ArrayList<>();
        for (JsonObject ticket : json.getJsonArray("tickets").getValuesAs(JsonObject.class)) {
            try {
                stories.add(story(ticket, contract, time));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(file + ", " + ticket.getString("ref", "a ticket without ref") + ": " + e.getMessage(), e);
            }
        }
        return stories;
    }

    private static TicketStory story(JsonObject json, String contract, StoryTime time) {
        if (!TICKET.containsAll(json.keySet())) {
            throw new IllegalArgumentException("only " + TICKET + " are known");
        }
        Instant at = time.at(json.getString("at"));
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(at, json.getString("by"), REGISTER, JsonObject.EMPTY_JSON_OBJECT));
        for (JsonObject step : json.getJsonArray("steps").getValuesAs(JsonObject.class)) {
            Instant next = step.containsKey("at") ? time.at(step.getString("at")) : at.plus(Duration.parse(step.getString("after")));
            String action = step.getString("do");
            if (!ACTIONS.contains(action)) {
                throw new IllegalArgumentException("nobody can " + action);
            }
            if (next.isBefore(at)) {
                throw new IllegalArgumentException(action + " at " + next + " comes before the step before it");
            }
            steps.add(new Step(next, step.getString("by"), action, step));
            at = next;
        }
        return new TicketStory(json.getString("ref"), contract, json.getJsonObject("report"), steps);
    }
}
