package org.countersign.architecture.seeded.report.service;

/** A decent observer. */
public class Reports {}
