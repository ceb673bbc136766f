package org.countersign.identity.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The catalogue of skills, and what the staff have of it. */
public interface Skills {

    Optional<Skill> byCode(String code);

    /** The catalogue by name. */
    List<Skill> all();

    /**
     * A page of the catalogue by code.
     *
     * @param text part of name or code, or {@code null} for all
     * @param afterCode where the page begins, or {@code null}
     */
    List<Skill> page(String text, String afterCode, int limit);

    void add(Skill skill);

    /** A member of the staff, locked until the transaction ends: one change of what somebody can do at a time. */
    Optional<Account> lockStaff(String account);

    List<StaffSkill> skillsOf(long accountId);

    void add(StaffSkill skill);

    void remove(StaffSkill skill);

    List<Certification> certificationsOf(long accountId);

    void add(Certification certification);

    void remove(Certification certification);

    /**
     * Certificates of active accounts that expire in the span of days and of which nobody was told yet, locked until the transaction ends;
     * what another transaction has locked is left out.
     */
    List<Certification> claimUntold(LocalDate from, LocalDate until, int limit);

    /** Writes what changed so far, so that reads of this transaction show it. */
    void flush();
}
