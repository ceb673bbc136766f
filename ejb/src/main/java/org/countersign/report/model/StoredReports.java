package org.countersign.report.model;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The reports handed out. */
public interface StoredReports {

    void add(StoredReport report);

    Optional<StoredReport> byId(long id);

    /** What the run made for the contract's month, by language. */
    List<StoredReport> ofRun(long contractId, YearMonth month, String runId);

    /** The last revision of the contract's month; 0 when there is none. */
    int lastRevision(long contractId, YearMonth month);
}
