package org.countersign.addon.demo;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.countersign.rota.model.RotaPattern;
import org.countersign.rota.service.PublishRota;
import org.countersign.rota.service.TakingTurns;

/** A rota of the demo: people who take turns, from the beginning of the demo's story until some weeks after the first start. */
record DemoRota(String code, String name, List<PublishRota.Covered> contracts, TakingTurns turns) {

    /** Reads {@code rotas.json}. */
    static List<DemoRota> read(Instant firstStart) {
        return DemoFile.read("rotas.json").asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(json -> of(json, firstStart))
                .toList();
    }

    private static DemoRota of(JsonObject json, Instant firstStart) {
        ZoneId zone = ZoneId.of(json.getString("zone"));
        DayOfWeek day = DayOfWeek.valueOf(json.getString("day"));
        LocalTime time = LocalTime.parse(json.getString("time"));
        Instant thisWeek = RotaPattern.weekBegin(firstStart, day, time, zone);
        return new DemoRota(
                json.getString("code"),
                json.getString("name"),
                json.getJsonArray("contracts").getValuesAs(JsonObject.class).stream()
                        .map(each -> new PublishRota.Covered(
                                each.getString("contract"), Duration.parse(each.getString("backupAfter")), each.getBoolean("afterHoursOnly")))
                        .toList(),
                new TakingTurns(
                        zone.getId(),
                        RotaPattern.Change.WEEKLY,
                        day,
                        time,
                        null,
                        json.getJsonArray("people").getValuesAs(JsonString.class).stream().map(JsonString::getString).toList(),
                        RotaPattern.weekBegin(firstStart.minus(DemoLoader.PAST), day, time, zone),
                        thisWeek.atZone(zone).plusWeeks(json.getInt("weeksAhead")).toInstant(),
                        List.of()));
    }

    PublishRota plan(List<PublishRota.PlannedShift> shifts) {
        return new PublishRota(code, name, turns.zone(), contracts, turns.from(), turns.until(), shifts);
    }
}
