package org.countersign.ticket.service;

/** A file to download. */
public record AttachmentContent(String name, String mediaType, byte[] content) {}
