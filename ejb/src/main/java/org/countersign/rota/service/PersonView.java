package org.countersign.rota.service;

/** A person on a rota: account, name for people, mail address. */
public record PersonView(String account, String name, String email) {}
