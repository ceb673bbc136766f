package org.countersign.report.service;

import java.time.YearMonth;
import java.util.Locale;

/**
 * A report to download.
 *
 * @param name file name, ASCII, e.g. {@code DESK-B-2026-10-r1-hu.pdf}
 * @param mediaType {@value #PDF}
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 */
public record ReportDocument(String name, String mediaType, String sha256, byte[] content) {

    public static final String PDF = "application/pdf";

    /** The name under which a report is saved; whatever a contract's code holds, no path. */
    static String fileName(String contract, YearMonth month, int revision, String language) {
        return String.format(
                Locale.ROOT, "%s-%s-r%d-%s.pdf", contract.replaceAll("[^A-Za-z0-9_-]", "_"), month, revision, language);
    }
}
