package org.countersign.customer.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.identity.model.SkillLevel;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What whoever works on a service has to bring along: a skill at a least level, a certificate in force, or both.
 *
 * @param service as the agreement lists it, or {@code null} for all
 * @param skill code of the catalogue, or {@code null}
 * @param level the least that is enough, or {@code null} without a skill
 * @param certification name of the certificate, or {@code null}
 */
public record SkillDemand(String service, String skill, SkillLevel level, String certification) {

    static final String[] MEMBERS = {"service", "skill", "level", "certification"};

    static SkillDemand of(AgreementForm form) {
        boolean skilled = form.has("skill");
        if (!skilled && !form.has("certification")) {
            throw BusinessRuleViolation.invalid(form.place(), "demand-of-nothing");
        }
        if (!skilled && form.has("level")) {
            throw BusinessRuleViolation.invalid(form.at("skill"), "required");
        }
        return new SkillDemand(
                form.has("service") ? form.line("service", 100) : null,
                skilled ? form.code("skill") : null,
                !skilled ? null : form.has("level") ? form.constant("level", SkillLevel.class) : SkillLevel.BASIC,
                form.has("certification") ? form.line("certification", 200) : null);
    }

    /** @param about the service that a ticket is about, or {@code null} */
    boolean isFor(String about) {
        return service == null || about != null && service.equalsIgnoreCase(about.strip());
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (service != null) {
            map.put("service", service);
        }
        if (skill != null) {
            map.put("skill", skill);
            map.put("level", level.name());
        }
        if (certification != null) {
            map.put("certification", certification);
        }
        return map;
    }
}
