package org.countersign.rota.service;

import java.time.Instant;

/**
 * A shift as one of its people sees it.
 *
 * @param backup whether that person is the backup, not the responsible
 * @param other the other person of the shift
 */
public record DutyView(String rota, String rotaName, Instant from, Instant until, boolean backup, PersonView other) {}
