package org.countersign.identity.service;

/** A skill of the catalogue. */
public record SkillRow(String code, String name) {}
