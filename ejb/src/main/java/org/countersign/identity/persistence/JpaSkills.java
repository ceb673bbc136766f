package org.countersign.identity.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Certification;
import org.countersign.identity.model.Skill;
import org.countersign.identity.model.Skills;
import org.countersign.identity.model.StaffSkill;
import org.countersign.kernel.persistence.LikePattern;

/** {@link Skills} in the database. */
@ApplicationScoped
public class JpaSkills implements Skills {

    // Written by hand because the query language has no SKIP LOCKED; both databases have.
    private static final String UNTOLD = "SELECT c.id FROM certification c WHERE c.told_at IS NULL AND c.expires_on >= ?1 AND c.expires_on <= ?2"
            + " AND EXISTS (SELECT 1 FROM account a WHERE a.id = c.account_id AND a.active)"
            + " ORDER BY c.expires_on, c.id LIMIT ?3 FOR UPDATE SKIP LOCKED";

    @PersistenceContext
    private EntityManager em;

    @Override
    public Optional<Skill> byCode(String code) {
        return em.createQuery("select s from Skill s where s.code = :code", Skill.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Skill> all() {
        return em.createQuery("select s from Skill s order by s.name, s.code", Skill.class).getResultList();
    }

    @Override
    public List<Skill> page(String text, String afterCode, int limit) {
        return em.createQuery(
                        "select s from Skill s where (lower(s.name) like :text or lower(s.code) like :text) and s.code > :after order by s.code",
                        Skill.class)
                .setParameter("text", LikePattern.containing(text))
                .setParameter("after", afterCode == null ? "" : afterCode)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public void add(Skill skill) {
        em.persist(skill);
        em.flush();
    }

    @Override
    public Optional<Account> lockStaff(String account) {
        return em.createQuery("select a from Account a where a.name = :name and a.contactId is null", Account.class)
                .setParameter("name", account)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<StaffSkill> skillsOf(long accountId) {
        return em.createQuery("select s from StaffSkill s where s.accountId = :account", StaffSkill.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    @Override
    public void add(StaffSkill skill) {
        em.persist(skill);
    }

    @Override
    public void remove(StaffSkill skill) {
        em.remove(skill);
    }

    @Override
    public List<Certification> certificationsOf(long accountId) {
        return em.createQuery("select c from Certification c where c.accountId = :account order by c.id", Certification.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    @Override
    public void add(Certification certification) {
        em.persist(certification);
    }

    @Override
    public void remove(Certification certification) {
        em.remove(certification);
    }

    @Override
    public List<Certification> claimUntold(LocalDate from, LocalDate until, int limit) {
        List<Long> ids = new ArrayList<>();
        for (Object id : em.createNativeQuery(UNTOLD)
                .setParameter(1, from)
                .setParameter(2, until)
                .setParameter(3, limit)
                .getResultList()) {
            ids.add(((Number) id).longValue());
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select c from Certification c where c.id in :ids order by c.expiresOn, c.id", Certification.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    @Override
    public void flush() {
        em.flush();
    }
}
