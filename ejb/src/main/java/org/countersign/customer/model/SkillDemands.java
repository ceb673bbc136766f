package org.countersign.customer.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countersign.identity.model.SkillLevel;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What a contract demands of the people who work on its tickets (M118, M119).
 *
 * <pre>{@code
 * skills:
 *   - {skill: POLICY-ADMIN, level: BASIC}                 # for every service
 *   - {service: Claims, skill: CLAIMS, level: PROFICIENT}
 *   - {service: Claims, certification: Claims Platform Engineer}
 * }</pre>
 */
public record SkillDemands(List<SkillDemand> demands) {

    public static final SkillDemands NONE = new SkillDemands(List.of());

    public SkillDemands {
        demands = List.copyOf(demands);
    }

    /** @throws BusinessRuleViolation {@code demand-service-unknown} for a service that the agreement does not list, so that no demand goes astray */
    static SkillDemands of(List<AgreementForm> forms, List<CoveredService> services) {
        for (AgreementForm form : forms) {
            SkillDemand demand = SkillDemand.of(form);
            if (demand.service() != null && services.stream().noneMatch(listed -> listed.name().equalsIgnoreCase(demand.service()))) {
                throw BusinessRuleViolation.invalid(form.at("service"), "demand-service-unknown", demand.service());
            }
        }
        return new SkillDemands(forms.stream().map(SkillDemand::of).toList());
    }

    /** What is demanded for a ticket about a service, or about none in particular. */
    public SkillDemands about(String service) {
        return new SkillDemands(demands.stream().filter(demand -> demand.isFor(service)).toList());
    }

    /** The least level of each skill, by the skill's code. */
    public Map<String, SkillLevel> skills() {
        Map<String, SkillLevel> least = new LinkedHashMap<>();
        for (SkillDemand demand : demands) {
            if (demand.skill() != null) {
                least.merge(demand.skill(), demand.level(), (one, other) -> one.meets(other) ? one : other);
            }
        }
        return least;
    }

    /** Names of the certificates, each once. */
    public Set<String> certifications() {
        Set<String> names = new LinkedHashSet<>();
        for (SkillDemand demand : demands) {
            String name = demand.certification();
            if (name != null && names.stream().noneMatch(name::equalsIgnoreCase)) {
                names.add(name);
            }
        }
        return names;
    }

    public boolean isEmpty() {
        return demands.isEmpty();
    }

    List<Map<String, Object>> toList() {
        return demands.stream().map(SkillDemand::toMap).toList();
    }
}
