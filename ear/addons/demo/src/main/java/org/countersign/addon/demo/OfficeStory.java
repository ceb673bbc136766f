package org.countersign.addon.demo;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What the desk and the customers did besides tickets: jobs, timesheets.
 *
 * @param what {@code run} a job, {@code confirm} or {@code dispute} a timesheet, {@code review} a sample, {@code handover} of a shift,
 *     put down an {@code outage}, {@code agree} to what is proposed for a month
 */
record OfficeStory(Instant at, String by, String what, JsonObject details, String period) {

    /** Reads {@code office.json}. */
    static List<OfficeStory> read(StoryTime time) {
        return DemoFile.read("office.json").asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(json -> of(json, time))
                .toList();
    }

    private static OfficeStory of(JsonObject json, StoryTime time) {
        String period = json.containsKey("weeksAgo")
                ? time.week(json.getInt("weeksAgo")).toString()
                : YearMonth.from(time.at("D-0 00:00").atZone(StoryTime.ZONE)).minusMonths(json.getInt("monthsAgo")).toString();
        return new OfficeStory(time.at(json.getString("at")), json.getString("by"), json.getString("do"), json, period);
    }
}
