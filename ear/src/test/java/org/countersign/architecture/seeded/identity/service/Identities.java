package org.countersign.architecture.seeded.identity.service;

/** A decent service. */
public class Identities {}
