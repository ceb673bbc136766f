package org.countersign.identity.service;

/**
 * Which accounts are listed; {@code null} stands for all.
 *
 * @param text part of the name to sign in with, the person's name or the mail address
 */
public record AccountFilter(String text, AccountKind kind, Boolean active) {}
