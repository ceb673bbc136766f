package org.countersign.identity.service;

/**
 * What is on record about an account's person.
 *
 * @param language one of en, hu, nl, pt
 * @param zone IANA name
 */
public record ChangeAccount(String displayName, String email, String language, String zone) {}
