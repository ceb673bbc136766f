package org.countersign.addon.demo;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.service.GivenSkill;

/**
 * What the demo's staff can do, from {@code skills.json}.
 *
 * @param catalogue names of the skills by code
 */
record DemoSkills(Map<String, String> catalogue, List<Person> staff) {

    record Person(String account, List<GivenSkill> skills, List<Certificate> certificates) {}

    /** @param firstStart the day to which the certificates' days are relative */
    static DemoSkills read(LocalDate firstStart) {
        JsonObject file = DemoFile.read("skills.json").asJsonObject();
        Map<String, String> catalogue = new LinkedHashMap<>();
        file.getJsonArray("catalogue")
                .getValuesAs(JsonObject.class)
                .forEach(skill -> catalogue.put(skill.getString("code"), skill.getString("name")));
        return new DemoSkills(
                catalogue,
                file.getJsonArray("staff").getValuesAs(JsonObject.class).stream().map(person -> person(person, firstStart)).toList());
    }

    private static Person person(JsonObject json, LocalDate firstStart) {
        return new Person(
                json.getString("account"),
                json.getJsonObject("skills").entrySet().stream()
                        .map(skill -> new GivenSkill(skill.getKey(), SkillLevel.valueOf(((JsonString) skill.getValue()).getString())))
                        .toList(),
                json.getJsonArray("certifications").getValuesAs(JsonObject.class).stream()
                        .map(each -> Certificate.of(
                                "",
                                each.getString("name"),
                                each.getString("issuer"),
                                each.getString("number", null),
                                firstStart.minus(Period.parse(each.getString("validFor"))),
                                each.containsKey("expiresIn") ? firstStart.plus(Period.parse(each.getString("expiresIn"))) : null))
                        .toList());
    }
}
