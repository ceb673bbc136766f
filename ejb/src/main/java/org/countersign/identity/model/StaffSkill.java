package org.countersign.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.countersign.kernel.DomainEntity;

/** That a member of the staff masters a skill, and how well. */
@Entity
@Table(name = "staff_skill")
public class StaffSkill extends DomainEntity {

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "skill_id")
    private long skillId;

    @Enumerated(EnumType.STRING)
    @Column(name = "level")
    private SkillLevel level;

    protected StaffSkill() {}

    public StaffSkill(long accountId, long skillId, SkillLevel level) {
        this.accountId = accountId;
        this.skillId = skillId;
        this.level = level;
    }

    public void grade(SkillLevel newLevel) {
        level = newLevel;
    }

    public long skillId() {
        return skillId;
    }

    public SkillLevel level() {
        return level;
    }
}
