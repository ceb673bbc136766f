package org.countersign.identity.model;

/** How well somebody masters a skill, from the least on. */
public enum SkillLevel {
    BASIC,
    PROFICIENT,
    EXPERT;

    /** Whether this level is enough where {@code least} is asked for. */
    public boolean meets(SkillLevel least) {
        return compareTo(least) >= 0;
    }
}
