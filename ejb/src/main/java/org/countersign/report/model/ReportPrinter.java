package org.countersign.report.model;

/** Turns a report into the document that is handed out. */
public interface ReportPrinter {

    /** The report as a PDF; the same report gives the same bytes. */
    byte[] print(ServiceReport report);
}
