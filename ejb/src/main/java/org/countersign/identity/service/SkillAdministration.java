package org.countersign.identity.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.Certification;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.Skill;
import org.countersign.identity.model.SkillEvent.CertificationsChanged;
import org.countersign.identity.model.SkillEvent.SkillNamed;
import org.countersign.identity.model.SkillEvent.SkillsChanged;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.model.Skills;
import org.countersign.identity.model.StaffSkill;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;

/**
 * Records what the staff can do. What a person has is said as a whole; {@code expectedVersion} is the {@link StaffMember#version()} that the
 * caller saw, or {@code null} for whatever it is.
 */
@Stateless
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.SYSTEM})
public class SkillAdministration {

    /** More than anybody has, and as much as an entry of the audit trail can tell. */
    private static final int MOST = 50;

    @Inject
    private Skills skills;

    @Inject
    private SkillViews views;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Puts a skill into the catalogue, or gives the one that has the code another name.
     *
     * @return whether it is new
     * @throws BusinessRuleViolation {@code code-malformed}, {@code required}, {@code too-long}
     */
    public boolean name(String code, String name) {
        Skill wanted = new Skill(code, name);
        Optional<Skill> known = skills.byCode(wanted.code());
        String before = known.map(Skill::name).orElse(null);
        if (known.isEmpty()) {
            skills.add(wanted);
        } else {
            known.get().rename(name);
        }
        if (!wanted.name().equals(before)) {
            events.fire(new SkillNamed(wanted.code(), before, wanted.name()));
        }
        return known.isEmpty();
    }

    /**
     * Says which skills a member of the staff has, and no others.
     *
     * @throws BusinessRuleViolation {@code not-found}, {@code changed-meanwhile}, {@code skill-unknown}, {@code skill-twice},
     *     {@code required}
     */
    public void setSkills(String account, List<GivenSkill> given, Long expectedVersion) {
        Map<String, Long> ids = skills.all().stream().collect(Collectors.toMap(Skill::code, Skill::id));
        Map<Long, SkillLevel> wanted = wanted(given, ids);
        StaffMember before = locked(account, expectedVersion);
        Map<Long, StaffSkill> kept = new HashMap<>();
        for (StaffSkill skill : skills.skillsOf(before.accountId())) {
            if (wanted.containsKey(skill.skillId())) {
                skill.grade(wanted.get(skill.skillId()));
                kept.put(skill.skillId(), skill);
            } else {
                skills.remove(skill);
            }
        }
        wanted.forEach((skill, level) -> {
            if (!kept.containsKey(skill)) {
                skills.add(new StaffSkill(before.accountId(), skill, level));
            }
        });
        StaffMember after = written(before);
        if (!after.skills().equals(before.skills())) {
            events.fire(new SkillsChanged(before.account(), lines(before.skills()), lines(after.skills())));
        }
    }

    private static Map<Long, SkillLevel> wanted(List<GivenSkill> given, Map<String, Long> ids) {
        Map<Long, SkillLevel> wanted = new HashMap<>();
        requireFew("skills", given);
        for (int i = 0; i < given.size(); i++) {
            String place = "skills[" + i + "].";
            String code = Input.line(place + "code", given.get(i).code(), 1000);
            if (given.get(i).level() == null) {
                throw BusinessRuleViolation.invalid(place + "level", "required");
            }
            if (!ids.containsKey(code)) {
                throw BusinessRuleViolation.invalid(place + "code", "skill-unknown", code);
            }
            if (wanted.put(ids.get(code), given.get(i).level()) != null) {
                throw BusinessRuleViolation.invalid(place + "code", "skill-twice", code);
            }
        }
        return wanted;
    }

    /**
     * Says which certificates a member of the staff holds, and no others. One that is the same but for its last day is renewed.
     *
     * @throws BusinessRuleViolation {@code not-found}, {@code changed-meanwhile}, {@code certification-twice}
     */
    public void setCertifications(String account, List<Certificate> given, Long expectedVersion) {
        requireFew("certifications", given);
        for (int later = 1; later < given.size(); later++) {
            Certificate one = given.get(later);
            if (given.subList(0, later).stream().anyMatch(one::isSameAs)) {
                throw BusinessRuleViolation.invalid("certifications[" + later + "].name", "certification-twice", one.name());
            }
        }
        StaffMember before = locked(account, expectedVersion);
        List<Certificate> missing = new ArrayList<>(given);
        for (Certification known : skills.certificationsOf(before.accountId())) {
            Optional<Certificate> same = given.stream().filter(known.certificate()::isSameAs).findFirst();
            if (same.isEmpty()) {
                skills.remove(known);
            } else {
                missing.remove(same.get());
                if (!Objects.equals(same.get().expiresOn(), known.certificate().expiresOn())) {
                    known.expireOn(same.get().expiresOn());
                }
            }
        }
        missing.forEach(certificate -> skills.add(new Certification(before.accountId(), certificate)));
        StaffMember after = written(before);
        if (!after.certifications().equals(before.certifications())) {
            events.fire(new CertificationsChanged(before.account(), lines(before.certifications()), lines(after.certifications())));
        }
    }

    private StaffMember locked(String account, Long expectedVersion) {
        String name = account == null ? "" : account.strip().toLowerCase(Locale.ROOT);
        StaffMember before = skills.lockStaff(name)
                .map(Account::name)
                .flatMap(views::member)
                .orElseThrow(() -> BusinessRuleViolation.notFound("account", name));
        if (expectedVersion != null && expectedVersion != before.version()) {
            throw BusinessRuleViolation.stale(name);
        }
        return before;
    }

    private StaffMember written(StaffMember before) {
        skills.flush();
        return views.member(before.account()).orElseThrow();
    }

    private static void requireFew(String field, List<?> given) {
        if (given == null || given.stream().anyMatch(Objects::isNull)) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
        if (given.size() > MOST) {
            throw BusinessRuleViolation.invalid(field, "too-many-entries", MOST);
        }
    }

    private static String lines(List<?> things) {
        return things.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }
}
