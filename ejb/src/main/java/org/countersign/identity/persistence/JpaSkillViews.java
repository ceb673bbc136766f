package org.countersign.identity.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.Candidate;
import org.countersign.identity.service.ExpiringCertification;
import org.countersign.identity.service.GradedSkill;
import org.countersign.identity.service.SkillViews;
import org.countersign.identity.service.StaffMember;

/** {@link SkillViews} in the database. */
@ApplicationScoped
public class JpaSkillViews implements SkillViews {

    private static final String PERSON = "select a.id, a.name, a.displayName, a.email, a.supportLevel from Account a where a.contactId is null";

    private static final String CERTIFICATE = "c.name, c.issuer, c.number, c.validFrom, c.expiresOn";

    private static final String IN_FORCE = "lower(c.name) in :names and c.validFrom <= :day and (c.expiresOn is null or c.expiresOn >= :day)";

    @PersistenceContext
    private EntityManager em;

    @Override
    public Optional<StaffMember> member(String account) {
        return members(em.createQuery(PERSON + " and a.name = :name", Object[].class).setParameter("name", account)).stream().findFirst();
    }

    @Override
    public List<StaffMember> staff(String skill, int limit, String after) {
        // Machines, such as a mail server's, have no role of a person.
        String where = " and a.active = true and a.id in (select p.id from Account p join p.roles r where r <> :machine)";
        if (skill != null) {
            where += " and a.id in (select g.accountId from StaffSkill g join Skill s on s.id = g.skillId where s.code = :skill)";
        }
        if (after != null) {
            where += " and a.name > :after";
        }
        TypedQuery<Object[]> query = em.createQuery(PERSON + where + " order by a.name", Object[].class).setMaxResults(limit + 1)
                .setParameter("machine", Role.MAIL_GATEWAY);
        if (skill != null) {
            query.setParameter("skill", skill);
        }
        if (after != null) {
            query.setParameter("after", after);
        }
        return members(query);
    }

    /** The people of the query with their skills and certificates: three statements, however many there are. */
    private List<StaffMember> members(TypedQuery<Object[]> people) {
        List<Object[]> rows = people.getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(row -> (Long) row[0]).toList();
        Map<Long, List<GradedSkill>> skills = em
                .createQuery(
                        "select g.accountId, s.code, s.name, g.level from StaffSkill g join Skill s on s.id = g.skillId"
                                + " where g.accountId in :ids order by s.name, s.code",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0],
                        Collectors.mapping(
                                row -> new GradedSkill((String) row[1], (String) row[2], (SkillLevel) row[3]), Collectors.toList())));
        Map<Long, List<Certificate>> certificates = em
                .createQuery(
                        "select c.accountId, " + CERTIFICATE + " from Certification c where c.accountId in :ids"
                                + " order by c.name, c.validFrom, c.id",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> certificate(row, 1), Collectors.toList())));
        return rows.stream()
                .map(row -> new StaffMember(
                        (Long) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (SupportLevel) row[4],
                        skills.getOrDefault((Long) row[0], List.of()),
                        certificates.getOrDefault((Long) row[0], List.of())))
                .toList();
    }

    @Override
    public List<ExpiringCertification> expiring(LocalDate from, LocalDate until, int limit, LocalDate afterDay, Long afterId) {
        String page = afterDay == null ? "" : " and (c.expiresOn > :afterDay or (c.expiresOn = :afterDay and c.id > :afterId))";
        TypedQuery<Object[]> query = em
                .createQuery(
                        "select c.id, a.name, a.displayName, " + CERTIFICATE + " from Certification c join Account a on a.id = c.accountId"
                                + " where a.active = true and c.expiresOn >= :from and c.expiresOn <= :until" + page
                                + " order by c.expiresOn, c.id",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .setMaxResults(limit + 1);
        if (afterDay != null) {
            query.setParameter("afterDay", afterDay).setParameter("afterId", afterId);
        }
        return query.getResultList().stream()
                .map(row -> new ExpiringCertification((Long) row[0], (String) row[1], (String) row[2], certificate(row, 3)))
                .toList();
    }

    @Override
    public List<Candidate> candidates(SupportLevel level, Collection<String> skills, Collection<String> certifications, LocalDate day) {
        Map<Long, Map<String, SkillLevel>> grades = skills.isEmpty() ? Map.of() : grades(level, skills);
        Map<Long, List<Certificate>> certificates = certifications.isEmpty() ? Map.of() : certificates(level, certifications, day);
        return em
                .createQuery(
                        "select a.id, a.name, a.displayName, a.email from Account a join a.roles r"
                                + " where r = :agent and a.active = true and a.supportLevel = :level order by a.displayName, a.id",
                        Object[].class)
                .setParameter("agent", Role.AGENT)
                .setParameter("level", level)
                .getResultStream()
                .map(row -> new Candidate(
                        (Long) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        grades.getOrDefault((Long) row[0], Map.of()),
                        certificates.getOrDefault((Long) row[0], List.of())))
                .toList();
    }

    private Map<Long, Map<String, SkillLevel>> grades(SupportLevel level, Collection<String> skills) {
        return em
                .createQuery(
                        "select g.accountId, s.code, g.level from StaffSkill g join Skill s on s.id = g.skillId"
                                + " join Account a on a.id = g.accountId where a.active = true and a.supportLevel = :level and s.code in :skills",
                        Object[].class)
                .setParameter("level", level)
                .setParameter("skills", skills)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.toMap(row -> (String) row[1], row -> (SkillLevel) row[2])));
    }

    private Map<Long, List<Certificate>> certificates(SupportLevel level, Collection<String> names, LocalDate day) {
        return em
                .createQuery(
                        "select c.accountId, " + CERTIFICATE + " from Certification c join Account a on a.id = c.accountId"
                                + " where a.active = true and a.supportLevel = :level and " + IN_FORCE + " order by c.expiresOn",
                        Object[].class)
                .setParameter("level", level)
                .setParameter("names", lower(names))
                .setParameter("day", day)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> certificate(row, 1), Collectors.toList())));
    }

    @Override
    public List<String> held(long accountId, Collection<String> names, LocalDate day) {
        return em
                .createQuery("select distinct lower(c.name) from Certification c where c.accountId = :account and " + IN_FORCE, String.class)
                .setParameter("account", accountId)
                .setParameter("names", lower(names))
                .setParameter("day", day)
                .getResultList();
    }

    @Override
    public Map<String, String> names(Collection<String> codes) {
        return em.createQuery("select s.code, s.name from Skill s where s.code in :codes", Object[].class)
                .setParameter("codes", codes)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private static List<String> lower(Collection<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private static Certificate certificate(Object[] row, int first) {
        return new Certificate(
                (String) row[first], (String) row[first + 1], (String) row[first + 2], (LocalDate) row[first + 3], (LocalDate) row[first + 4]);
    }
}
