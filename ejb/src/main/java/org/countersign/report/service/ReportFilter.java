package org.countersign.report.service;

import java.time.YearMonth;

/**
 * Which reports a list shows; everything may be {@code null} for "all".
 *
 * @param contract the contract's code
 */
public record ReportFilter(String contract, YearMonth month, String language) {

    public static final ReportFilter ALL = new ReportFilter(null, null, null);
}
