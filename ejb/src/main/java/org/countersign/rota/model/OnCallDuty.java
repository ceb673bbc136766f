package org.countersign.rota.model;

import java.time.Instant;

/**
 * Who is on duty at an instant: one responsible and one other person as backup.
 *
 * @param from when their shift began; the instant itself belongs to it
 * @param until when it ends; that instant belongs to the next
 */
public record OnCallDuty(long rotaId, String rota, String name, Instant from, Instant until, long responsible, long backup) {}
