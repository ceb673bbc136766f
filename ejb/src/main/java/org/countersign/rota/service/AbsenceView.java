package org.countersign.rota.service;

import java.time.Instant;

/** A span in which a person cannot have a duty. */
public record AbsenceView(long id, PersonView person, Instant from, Instant until, String note, PersonView coveredBy) {}
