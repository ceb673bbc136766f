package org.countersign.identity.service;

import org.countersign.identity.model.SkillLevel;

/** A skill of the catalogue, and how well somebody masters it. */
public record GradedSkill(String code, String name, SkillLevel level) {

    /** In one line, for the record. */
    @Override
    public String toString() {
        return code + " " + level;
    }
}
