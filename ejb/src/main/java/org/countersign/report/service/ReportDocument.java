package org.countersign.report.service;

/**
 * A report to download.
 *
 * @param name file name, ASCII, e.g. {@code DESK-B-2026-10-r1-hu.pdf}
 * @param mediaType {@code application/pdf}
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 */
public record ReportDocument(String name, String mediaType, String sha256, byte[] content) {}
