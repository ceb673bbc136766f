package org.countersign.report.model;

import java.util.Set;

/** The languages in which reports are written. */
public final class ReportLanguages {

    private static final Set<String> WRITTEN = Set.of("en", "hu", "nl", "pt");

    private ReportLanguages() {
    }

    /** The language in which somebody gets a report: the own one, or English where there is no report in it. */
    public static String forReader(String language) {
        return language != null && WRITTEN.contains(language) ? language : "en";
    }
}
