package org.countersign.architecture.seeded.work.service;

import org.countersign.architecture.seeded.report.service.Reports;

/** An area that calls one which should observe it. */
class SeededNobodyCallsAnObserver {
    Reports reports;
}
