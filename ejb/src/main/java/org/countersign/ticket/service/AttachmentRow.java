package org.countersign.ticket.service;

import java.time.Instant;

/** A file of a ticket without its content. */
public record AttachmentRow(long id, String name, String mediaType, long sizeBytes, String sha256, Instant attachedAt) {}
