package org.countersign.identity.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.identity.model.SupportLevel;

/** Read-only projections of what the staff can do; each answers with a fixed number of statements, however many people it tells of. */
public interface SkillViews {

    /** Somebody of the staff, active or not. */
    Optional<StaffMember> member(String account);

    /**
     * Active members of the staff by account name, one beyond {@code limit} when there are more.
     *
     * @param skill only who has the skill with this code, or {@code null} for all
     * @param after account name of the row before, or {@code null}
     */
    List<StaffMember> staff(String skill, int limit, String after);

    /** Certificates of active accounts whose last day is in the span, by that day; one beyond {@code limit} when there are more. */
    List<ExpiringCertification> expiring(LocalDate from, LocalDate until, int limit, LocalDate afterDay, Long afterId);

    /** Active agents of a support level, by display name; for skills by code and certificates by name, in force on a day. */
    List<Candidate> candidates(SupportLevel level, Collection<String> skills, Collection<String> certifications, LocalDate day);

    /** Names, in lower case, of those certificates among {@code names} that somebody holds in force on a day. */
    List<String> held(long accountId, Collection<String> names, LocalDate day);

    /** Names of skills by code, as far as the catalogue has them. */
    Map<String, String> names(Collection<String> codes);
}
