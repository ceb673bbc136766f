package org.countersign.identity.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;

/** What the other areas ask about skills and certificates. Who may see an answer is decided by the area that asks. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.SYSTEM})
public class SkillDirectory {

    @Inject
    private SkillViews views;

    /** Names of skills by code, as far as the catalogue has them. */
    public Map<String, String> names(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : views.names(codes);
    }

    /** Those of the certificates, by name, of which the account holds none in force on a day; nothing is read when none is asked for. */
    public List<String> missing(long accountId, Collection<String> certifications, LocalDate day) {
        if (certifications.isEmpty()) {
            return List.of();
        }
        List<String> held = views.held(accountId, certifications, day);
        return certifications.stream().filter(name -> !held.contains(name.toLowerCase(Locale.ROOT))).toList();
    }

    /** Active agents of a support level, by display name, with those of the skills and certificates that they have on a day. */
    public List<Candidate> candidates(SupportLevel level, Collection<String> skills, Collection<String> certifications, LocalDate day) {
        return views.candidates(level, skills, certifications, day);
    }
}
