package org.countersign.rota.service;

import java.time.Instant;

/** A note of the shift before; {@code readAt} is {@code null} until somebody of the next shift has read it. */
public record HandoverView(long id, PersonView by, Instant writtenAt, Instant shiftFrom, String note, PersonView readBy, Instant readAt) {}
