package org.countersign.identity.service;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.SkillLevel;

/**
 * An agent of a support level, with what was asked about.
 *
 * @param skills the level of each skill that was asked about and that the agent has, by the skill's code
 * @param certifications those that were asked about and are in force
 */
public record Candidate(
        long accountId, String account, String name, String email, Map<String, SkillLevel> skills, List<Certificate> certifications) {

    /** Names of those among {@code names} of which no certificate is in force. */
    public List<String> lacks(Set<String> names) {
        return names.stream()
                .filter(name -> certifications.stream().noneMatch(held -> held.name().equalsIgnoreCase(name)))
                .toList();
    }
}
