package org.countersign.architecture.seeded.kernel;

/** A decent shared class. */
public class Kernel {}
