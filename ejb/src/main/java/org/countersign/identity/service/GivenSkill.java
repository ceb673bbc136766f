package org.countersign.identity.service;

import org.countersign.identity.model.SkillLevel;

/** What somebody masters, by the skill's code. */
public record GivenSkill(String code, SkillLevel level) {}
